package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where votes were presented: a vote on CFEP-07 that is open for a week, in which one meeting falls.
abstract class PresentationContract extends VotingContract {

    @Autowired
    Presentations presentations;

    @Autowired
    VoteRecords records;

    @Autowired
    MeetingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, java.time.ZoneOffset.UTC);
    }

    /// The first meeting of the schedule after the opening.
    private LocalDate meeting() {
        return day(calendar.firstMeeting(START, START.plus(Duration.ofDays(30))).orElseThrow());
    }

    /// An approval that is open for a fortnight, called by Alder, when its meeting is over.
    private VoteId afterItsMeeting() {
        Call call = approval();
        VoteId vote = called(new Call(
                call.policy(),
                call.item(),
                call.proposal(),
                call.title(),
                call.text(),
                START.plus(Duration.ofDays(15)),
                ""));
        clock.set(meeting().atTime(20, 0).toInstant(java.time.ZoneOffset.UTC));
        return vote;
    }

    private VoteDetail detail(VoteId vote) {
        return reader.detail(vote).orElseThrow();
    }

    @Test
    void marksByHandAndTakesItBack() {
        VoteId vote = afterItsMeeting();
        assertThat(detail(vote).evidence().presented()).isFalse();
        assertThat(presentations.markable(detail(vote))).containsExactly(meeting());
        SignIn.as("birch");

        presentations.mark(vote, meeting());

        assertThat(detail(vote).evidence().presented()).isTrue();
        assertThat(detail(vote).presentations()).singleElement().satisfies(presented -> {
            assertThat(presented.date()).isEqualTo(meeting());
            assertThat(presented.source()).isEqualTo(Presentation.Source.MARKED);
            assertThat(presented.text()).isEqualTo("marked by Birch");
            assertThat(presented.counts()).isTrue();
        });
        assertThat(presentations.markable(detail(vote))).isEmpty();
        assertThat(presentations.openOn(meeting())).singleElement().satisfies(open -> {
            assertThat(open.vote().id()).isEqualTo(vote);
            assertThat(open.presented()).hasSize(1);
        });
        assertThat(story(vote)).startsWith("marked it as presented at the meeting of " + meeting());
        assertThatThrownBy(() -> presentations.mark(vote, meeting())).hasMessageContaining("already");

        presentations.unmark(vote, meeting());

        assertThat(detail(vote).evidence().presented()).isFalse();
        assertThat(detail(vote).presentations()).isEmpty();
        assertThat(story(vote)).startsWith("took back that it was presented at the meeting of " + meeting());
        assertThatThrownBy(() -> presentations.unmark(vote, meeting())).hasMessageContaining("by hand");
    }

    @Test
    void countsMeetingsOnOrAfterTheOpeningAndBeforeTheEndOnly() {
        VoteId vote = afterItsMeeting();
        SignIn.as("alder");
        clock.set(START.plus(Duration.ofDays(60)));

        assertThatThrownBy(() -> presentations.mark(vote, meeting().minusDays(14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not count");
        assertThatThrownBy(() -> presentations.mark(vote, meeting().plusDays(28)))
                .hasMessageContaining("does not count");
        assertThatThrownBy(() -> presentations.mark(vote, meeting().plusDays(1)))
                .hasMessageContaining("No core meeting is known");
        assertThatThrownBy(() -> presentations.mark(vote, meeting().plusDays(70)))
                .hasMessageContaining("still to come");
        assertThat(detail(vote).presentations()).isEmpty();
        assertThat(presentations.openOn(day(START).minusDays(1))).isEmpty();
        assertThat(presentations.openOn(day(START))).hasSize(1);
        assertThat(presentations.openOn(day(START).plusDays(16))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, true",
        "2026-03-02T08:59:59Z, false",
        "2026-03-09T08:59:59Z, true",
        "2026-03-09T09:00:00Z, false",
    })
    void aTimeThatIsKnownCountsToTheSecond(Instant at, boolean counts) {
        VoteSummary vote = summary(called(approval()));
        Duration moved = Duration.between(Instant.parse("2026-03-02T09:00:00Z"), START);

        assertThat(Presentation.counts(vote, day(at.plus(moved)), Optional.of(at.plus(moved))))
                .isEqualTo(counts);
    }

    @Test
    void aDayCountsUnlessTheVoteEndsAsItBegins() {
        VoteId vote = called(approval());
        jdbc.sql("UPDATE vote SET closes_at = :end WHERE id = :id")
                .param("end", day(START).plusDays(7).atStartOfDay())
                .param("id", vote.number())
                .update();

        assertThat(Presentation.counts(summary(vote), day(START).plusDays(6), Optional.empty()))
                .isTrue();
        assertThat(Presentation.counts(summary(vote), day(START).plusDays(7), Optional.empty()))
                .isFalse();
    }

    @Test
    void anOverdueVoteWithoutATimeOutDateHasNotEnded() {
        VoteId vote = called(approval());
        clock.set(START.plus(Duration.ofDays(20)));
        closer.closeDue();
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);

        SignIn.as("alder");
        LocalDate late =
                calendar.days(day(START).plusDays(8), day(START).plusDays(20)).getFirst();
        presentations.mark(vote, late);

        assertThat(detail(vote).evidence().presented()).isTrue();
        assertThat(presentations.openOn(late)).hasSize(1);
    }

    @Test
    void whatWasKnownWhenAVoteEndedHereStays() {
        VoteId vote = afterItsMeeting();
        cast(vote, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES);
        SignIn.as("birch");
        presentations.mark(vote, meeting());
        clock.set(START.plus(Duration.ofDays(15)));
        assertThatThrownBy(() -> presentations.unmark(vote, meeting()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("is being counted");
        closer.closeDue();
        assertThat(summary(vote).result()).contains(Result.PASSED);

        assertThatThrownBy(() -> presentations.unmark(vote, meeting()))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("The vote is closed: what counted for it stays as it was.");
        assertThat(presentations.openOn(meeting()))
                .singleElement()
                .extracting(Presentations.OpenVote::settled)
                .isEqualTo(true);
        assertThat(Presentations.isSettled(detail(vote))).isTrue();
        assertThat(detail(vote).presentations()).hasSize(1);
    }

    @Test
    void aWithdrawnVoteIsMarkedNoMore() {
        VoteId vote = afterItsMeeting();
        SignIn.as("alder");
        calls.withdraw(vote, "Not now.");

        assertThatThrownBy(() -> presentations.mark(vote, meeting())).isInstanceOf(NotAllowed.class);
        assertThat(presentations.markable(detail(vote))).isEmpty();
    }

    private void take(String presented) {
        String text = """
                # CFEP-07 Seeds are kept dry

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | 2022/03/08 15:00 |
                | Presented at core meeting on: | %s |

                | Direction | Count |
                | --- | ---: |
                | For | 7 |
                | Against | 1 |

                It passed.
                """.formatted(presented);
        records.take(VoteRecordFile.parse(text), "a.md", text);
    }

    @Test
    void keepsWhatARecordSaysAndFollowsItsFile() {
        take("2022/03/02 17:00");
        VoteId vote = reader.list(VoteReader.Filter.on(SEEDS), new org.condaforge.quorate.store.Page.Request(0, 5))
                .items()
                .getFirst()
                .id();
        assertThat(detail(vote).presentations()).singleElement().satisfies(presented -> {
            assertThat(presented.at()).contains(Instant.parse("2022-03-02T17:00:00Z"));
            assertThat(presented.text()).isEqualTo("the record a.md says so");
            assertThat(presented.counts()).isTrue();
        });
        var before = community.everything();
        clock.advance(Duration.ofDays(1));
        take("2022/03/02 17:00");
        assertThat(community.everything()).isEqualTo(before);

        take("2022/03/08 15:00");
        assertThat(detail(vote).presentations())
                .singleElement()
                .extracting(Presentation::date, Presentation::counts)
                .containsExactly(LocalDate.of(2022, 3, 8), false);
        assertThat(detail(vote).evidence().presented()).isFalse();

        SignIn.as("alder");
        assertThatThrownBy(() -> presentations.unmark(vote, LocalDate.of(2022, 3, 8)))
                .isInstanceOf(IllegalArgumentException.class);
        take("never");
        assertThat(detail(vote).presentations()).isEmpty();
    }

    @Test
    void aMarkByHandIsNotOverwrittenByARecord() {
        take("never");
        VoteId vote = reader.list(VoteReader.Filter.on(SEEDS), new org.condaforge.quorate.store.Page.Request(0, 5))
                .items()
                .getFirst()
                .id();
        LocalDate met = LocalDate.of(2022, 3, 3);
        jdbc.sql("""
                        INSERT INTO meeting (held_on, version, title, minutes, file_name, file_hash, pull_request_links)
                        VALUES (:day, 0, 'Of the grove', '', 'a.md', '', 0)""").param("day", met).update();
        assertThat(calendar.days(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 8)))
                .containsExactly(met);
        SignIn.as("alder");
        assertThat(presentations.openOn(met))
                .singleElement()
                .extracting(Presentations.OpenVote::settled)
                .isEqualTo(false);
        assertThat(presentations.markable(detail(vote))).containsExactly(met);
        presentations.mark(vote, met);
        take(met.toString().replace('-', '/') + " 14:00");

        assertThat(detail(vote).presentations())
                .singleElement()
                .extracting(Presentation::source)
                .isEqualTo(Presentation.Source.MARKED);
    }

    @Test
    void tellsOfASensitiveVoteToMembersOnly() {
        VoteId vote = afterItsMeeting();
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
        VoteDetail unmarked = detail(vote);
        assertThat(presentations.markable(unmarked)).isEmpty();
        SignIn.as("sorrel");
        assertThat(presentations.markable(unmarked)).isEmpty();
        SignIn.as("alder");
        assertThat(presentations.markable(unmarked)).containsExactly(meeting());

        presentations.mark(vote, meeting());

        assertThat(detail(vote).evidence().presented()).isTrue();
        assertThat(presentations.openOn(meeting())).isEmpty();
        assertThat(story(vote)).startsWith("marked it as presented at the meeting of " + meeting());
        SignIn.out();
        assertThat(story(vote)).noneMatch(line -> line.contains("presented"));
        SignIn.as("alder");
        presentations.unmark(vote, meeting());
        assertThat(detail(vote).evidence().presented()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void isForActiveCoreMembers(String login) {
        VoteId vote = afterItsMeeting();
        if (!login.isEmpty()) {
            SignIn.as(login);
        }

        assertThatThrownBy(() -> presentations.mark(vote, meeting())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> presentations.unmark(vote, meeting())).isInstanceOf(NotAllowed.class);
        assertThat(community.count("vote_presented", "1 = 1")).isZero();
    }
}
