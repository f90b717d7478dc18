package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;

/// Announcements as they are recorded and taken back.
abstract class NoticesContract extends OverdueContract {

    private Notices onChat(VoteId vote) {
        return reader.detail(vote).orElseThrow().evidence().chat();
    }

    @Test
    void countOnceTheyAreRecordedAndNoMoreOnceTheyAreTakenBack() {
        VoteId vote = called(approval());
        clock.set(START.plus(Duration.ofHours(2)));
        SignIn.as("birch");
        notices.record(vote, Channel.CHAT, START.plus(Duration.ofHours(1)), "  #core, <b>today</b> ");

        assertThat(onChat(vote)).isEqualTo(new Notices(true, false, false));
        VoteNotice notice = notices.of(vote).getFirst();
        assertThat(notice.note()).isEqualTo("#core, <b>today</b>");
        assertThat(notice.recordedBy()).contains("Birch");
        assertThat(notice.source()).isEqualTo(VoteNotice.Source.BY_HAND);
        assertThat(notice.sentAt()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(story(vote)).startsWith("recorded its announcement on chat of 2026-03-02 10:00 UTC");

        SignIn.as("cedar");
        notices.takeBack(vote, notice.id());

        assertThat(onChat(vote)).isEqualTo(Notices.NONE);
        assertThat(notices.of(vote)).isEmpty();
        assertThat(community.count("vote_notice", "taken_back_by IS NOT NULL")).isEqualTo(1);
        assertThat(story(vote)).startsWith("took back its announcement on chat of 2026-03-02 10:00 UTC");
        assertThatThrownBy(() -> notices.takeBack(vote, notice.id())).hasMessageContaining("no such announcement");
        notices.record(vote, Channel.CHAT, START.plus(Duration.ofHours(1)), "again");
        assertThat(notices.of(vote)).hasSize(1);
    }

    @Test
    void areOfTheTimeInWhichTheVoteIsOpen() {
        VoteId vote = called(approval());
        Instant end = summary(vote).closesAt();
        SignIn.as("birch");
        notices.record(vote, Channel.MAIL, START, "as it opened");
        assertThatThrownBy(() -> notices.record(vote, Channel.MAIL, START, "twice"))
                .hasMessageContaining("on record already");
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, START.minusNanos(1_000), "before"))
                .hasMessageContaining("before the vote opened");
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, START.plusNanos(1_000), "future"))
                .hasMessageContaining("still to come");
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, START, "  "))
                .hasMessageContaining("Give a link");
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, START, "x".repeat(1_001)))
                .hasMessageContaining("1,000");
        clock.set(end.plusSeconds(5));
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, end, "after"))
                .hasMessageContaining("last ballot");
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, end.minusSeconds(1), "not noticed yet"))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("is being counted");
        assertThatThrownBy(
                        () -> notices.takeBack(vote, notices.of(vote).getFirst().id()))
                .isInstanceOf(NotAllowed.class);
        closer.closeDue();
        notices.record(vote, Channel.CHAT, end, "overdue votes are announced too");

        assertThat(notices.of(vote)).hasSize(2);
        assertThat(notices.of(new VoteId(999_999))).isEmpty();
        assertThatThrownBy(() -> notices.record(new VoteId(999_999), Channel.CHAT, START, "none"))
                .hasMessageContaining("There is no vote");
    }

    @Test
    void thatTheApplicationSentAreKnownAsThat() {
        VoteId vote = called(approval());

        notices.sent(vote, Channel.CHAT, START, "https://example.org/1");

        assertThat(notices.of(vote).getFirst().source()).isEqualTo(VoteNotice.Source.AUTOMATIC);
        assertThat(notices.of(vote).getFirst().recordedBy()).isEmpty();
    }
}
