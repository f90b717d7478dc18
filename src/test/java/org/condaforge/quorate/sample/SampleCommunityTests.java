package org.condaforge.quorate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.checkin.Round;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.checkin.RoundReader;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MeetingSummary;
import org.condaforge.quorate.member.Member;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.proposal.Drift;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Outlook;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@NullMarked
@OnH2
@TestPropertySource(properties = "quorate.sample=true")
class SampleCommunityTests {

    private static final Page.Request ALL = new Page.Request(0, 200);
    private static final String WEDNESDAY_WITHOUT_MEETING = "2026-11-25T14:20:00Z";

    @Autowired
    private SampleCommunity sample;

    @Autowired
    private Community community;

    @Autowired
    private MutableClock clock;

    @Autowired
    private MemberService members;

    @Autowired
    private ProposalService proposals;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private ActionReader actions;

    @Autowired
    private MeetingSchedule schedule;

    @Autowired
    private VoteReader votes;

    @Autowired
    private RoundReader rounds;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void layOnAWednesday() {
        layAt(WEDNESDAY_WITHOUT_MEETING);
    }

    private void layAt(String now) {
        community.clear();
        clock.set(Instant.parse(now));
        sample.afterSingletonsInstantiated();
    }

    private List<VoteSummary> all() {
        return votes.list(VoteReader.Filter.ALL, ALL).items();
    }

    private List<VoteSummary> in(VoteState state) {
        return votes.list(VoteReader.Filter.in(state), ALL).items();
    }

    private VoteDetail voteOn(String start) {
        var found =
                all().stream().filter(vote -> vote.title().startsWith(start)).toList();
        assertThat(found).hasSize(1);
        return votes.detail(found.getFirst().id()).orElseThrow();
    }

    private Member alder() {
        return members.byLogin("alder").orElseThrow();
    }

    @ParameterizedTest(name = "laid at {0}")
    @ValueSource(
            strings = {
                WEDNESDAY_WITHOUT_MEETING,
                "2026-11-18T16:59:59Z", // a day with a meeting
                "2024-02-29T00:00:00Z",
                "2025-03-01T23:59:59Z",
                "2027-01-01T12:00:00Z",
                "2026-08-03T09:30:00Z"
            })
    void holdsWhatAFirstStartShows(String now) {
        layAt(now);
        hasTwentyFourActiveAndEightEmeritusMembers();
        hasThreeOpenVotes();
        hasOneOverdueAndOneExpiredVote();
        hasProposalsInEveryStatus();
        hasSixFortnightlyMeetings();
        everyDecidedVoteComesToTheSameAgain();
        discussesTheProposalThatIsVotedOnInThreeMeetings();
        remembersActsWhenTheyWereDone();
        asksEverybodyWhetherTheyStay();
    }

    void asksEverybodyWhetherTheyStay() {
        Round round = rounds.newest().getFirst();
        assertThat(round.takesAnswersAt(clock.instant())).isTrue();
        RoundDetail detail = rounds.detail(round.id()).orElseThrow();
        assertThat(detail.asked()).hasSize(24);
        assertThat(detail.answered()).isEqualTo(17);
        assertThat(detail.notices()).hasSize(4);
    }

    void hasTwentyFourActiveAndEightEmeritusMembers() {
        Roster roster = members.roster();
        assertThat(roster.active()).hasSize(24);
        assertThat(roster.emeritus()).hasSize(8);
        assertThat(roster.all()).extracting(Roster.Entry::name).doesNotHaveDuplicates();
    }

    void hasThreeOpenVotes() {
        Instant now = clock.instant();
        assertThat(in(VoteState.OPEN))
                .allSatisfy(vote -> assertThat(vote.closesAt()).isAfter(now))
                .allSatisfy(vote -> assertThat(vote.opensAt().orElseThrow()).isBefore(now))
                .extracting(
                        VoteSummary::title,
                        vote -> vote.terms().orElseThrow().item(),
                        vote -> vote.terms().orElseThrow().quorum(),
                        vote -> vote.tally().orElseThrow())
                .containsExactly(
                        tuple("Accept CFEP-26: naming of variant outputs", "cfep-approval", 15, new Tally(11, 1, 1)),
                        tuple("Open the recipe review hour to guests", "consensus", 3, new Tally(2, 0, 0)),
                        tuple(
                                "Fund the build mirror for "
                                        + (clock.instant()
                                                        .atZone(ZoneOffset.UTC)
                                                        .getYear()
                                                + 1),
                                "spending",
                                12,
                                new Tally(9, 0, 0)));
        assertThat(in(VoteState.OPEN))
                .extracting(vote -> Duration.between(now, vote.closesAt()).toDays())
                .containsExactly(1L, 4L, 6L);
    }

    void hasOneOverdueAndOneExpiredVote() {
        assertThat(in(VoteState.OVERDUE)).hasSize(1);
        assertThat(in(VoteState.EXPIRED))
                .extracting(VoteSummary::proposal)
                .containsExactly(Optional.of(new ProposalNumber(17)));
        assertThat(proposals.detail(new ProposalNumber(17)).orElseThrow().fileName())
                .isEmpty();
    }

    void hasProposalsInEveryStatus() {
        assertThat(proposals.countByStatus())
                .containsOnlyKeys(
                        Status.DRAFT,
                        Status.PROPOSED,
                        Status.ACCEPTED,
                        Status.REJECTED,
                        Status.DEFERRED,
                        Status.IMPLEMENTED);
        assertThat(proposals.list(ProposalService.Filter.ALL, ALL).items())
                .hasSize(13)
                .allSatisfy(proposal -> assertThat(proposal.title()).isNotBlank())
                .filteredOn(proposal -> !proposal.drift().isEmpty())
                .extracting(
                        ProposalSummary::number,
                        proposal -> proposal.drift().stream().map(Drift::kind).toList())
                .containsExactly(
                        tuple(new ProposalNumber(17), List.of(Drift.Kind.VOTE_WITHOUT_RESULT)),
                        tuple(new ProposalNumber(4), List.of(Drift.Kind.RECORD_AND_FILE)));
    }

    void hasSixFortnightlyMeetings() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<LocalDate> held = meetings.list(Optional.empty(), ALL).items().stream()
                .map(MeetingSummary::date)
                .toList();
        assertThat(held).hasSize(6);
        assertThat(held.getFirst()).isBetween(today.minusDays(14), today.minusDays(1));
        for (int i = 1; i < held.size(); i++) {
            assertThat(ChronoUnit.DAYS.between(held.get(i), held.get(i - 1))).isEqualTo(14);
        }
        assertThat(held)
                .allSatisfy(day -> assertThat(schedule.plannedDays(day, day)).containsExactly(day));
        assertThat(held).map(day -> meetings.detail(day).orElseThrow()).allSatisfy(meeting -> {
            assertThat(meeting.problems()).isEmpty();
            assertThat(meeting.title()).startsWith(meeting.date().toString());
            assertThat(meeting.attendees()).hasSizeBetween(10, 14);
            assertThat(meeting.attendees().stream().filter(a -> a.member().isEmpty()))
                    .extracting(MeetingDetail.Attendee::name)
                    .isSubsetOf("Redwood");
            assertThat(meeting.agendaItems()).hasSizeGreaterThan(5);
            assertThat(meeting.actionItems()).isNotEmpty();
            assertThat(meeting.mentions()).isNotEmpty();
            assertThat(meeting.minutes()).doesNotContain("{");
        });
    }

    void everyDecidedVoteComesToTheSameAgain() {
        assertThat(in(VoteState.CLOSED)).hasSize(8).allSatisfy(vote -> {
            VoteSummary.Terms terms = vote.terms().orElseThrow();
            Tally tally = count(votes.detail(vote.id()).orElseThrow().ballots());
            Assessment fresh = Assessment.of(terms.rule(), terms.electorate(), tally, Evidence.atEndOf(vote.planned()));
            assertThat(vote.tally()).contains(tally);
            assertThat(vote.result().orElseThrow().label())
                    .isEqualTo(fresh.outcome().label());
            assertThat(vote.route()).isEqualTo(fresh.outcome().decidedBy());
            assertThat(terms.quorum()).isEqualTo(fresh.quorum());
            assertThat(vote.decidedAt().orElseThrow())
                    .isBeforeOrEqualTo(clock.instant())
                    .isAfterOrEqualTo(vote.closesAt());
        });
    }

    private static Tally count(List<VoteDetail.Ballot> ballots) {
        Tally tally = Tally.NONE;
        for (VoteDetail.Ballot ballot : ballots) {
            tally = tally.plus(ballot.choice());
        }
        return tally;
    }

    void discussesTheProposalThatIsVotedOnInThreeMeetings() {
        assertThat(voteOn("Accept CFEP-26").discussions())
                .extracting(discussion -> discussion.excerpt().split(" ", -1)[0].toLowerCase(Locale.ROOT))
                .containsExactly("cfep-26", "(beech)", "cfep-26");
    }

    void remembersActsWhenTheyWereDone() {
        Instant now = clock.instant();
        for (VoteSummary vote : in(VoteState.CLOSED)) {
            Instant opened = vote.opensAt().orElseThrow();
            List<Instant> acts = jdbc.sql(
                            "SELECT happened_at FROM journal WHERE subject_kind = 'vote' AND subject_key = :key ORDER BY id")
                    .param("key", String.valueOf(vote.id().number()))
                    .query((row, i) -> Utc.instant(row, "happened_at"))
                    .list();
            assertThat(acts).isSorted().first().isEqualTo(opened);
            assertThat(acts).last().isEqualTo(vote.decidedAt().orElseThrow());
        }
        assertThat(jdbc.sql("SELECT MAX(happened_at) FROM journal")
                        .query((row, i) -> Utc.instant(row, "MAX(happened_at)"))
                        .single())
                .isBeforeOrEqualTo(now);
    }

    @Test
    void decidesByManyRoutes() {
        assertThat(in(VoteState.CLOSED))
                .extracting(VoteSummary::title, vote -> vote.result().orElseThrow(), VoteSummary::route)
                .containsExactlyInAnyOrder(
                        tuple("Sub-team for security reviews", Result.PASSED, Optional.of(Route.STANDARD)),
                        tuple("Retire the old chat rooms", Result.PASSED, Optional.of(Route.CONSENSUS)),
                        tuple(
                                "A line in the changelog for every migration",
                                Result.PASSED,
                                Optional.of(Route.ACCELERATED)),
                        tuple(
                                "Accept CFEP-25: an answer within a fortnight",
                                Result.PASSED,
                                Optional.of(Route.STANDARD)),
                        tuple("Accept CFEP-23: one maintainer is enough", Result.REJECTED, Optional.of(Route.STANDARD)),
                        tuple(
                                "Accept CFEP-22: test on the oldest supported system",
                                Result.INQUORATE,
                                Optional.empty()),
                        tuple(
                                "Rename the channel for release candidates",
                                Result.REJECTED,
                                Optional.of(Route.CONSENSUS)),
                        tuple(
                                "Accept CFEP-20: build logs are kept for a year",
                                Result.PASSED,
                                Optional.of(Route.STANDARD)));
    }

    @Test
    void wouldPassTheProposalOnceTwoMoreTakePart() {
        VoteDetail vote = voteOn("Accept CFEP-26");
        Outlook outlook = vote.summary().outlook(vote.mayStillVote()).orElseThrow();
        assertThat(outlook.atEnd().outcome().label()).isEqualTo("inquorate");
        assertThat(vote.calledBy().orElseThrow().name()).isEqualTo("Beech");
        assertThat(vote.textChanged()).isFalse();
        assertThat(vote.text()).startsWith("## Abstract");
        assertThat(vote.missing())
                .extracting(Roster.Entry::name)
                .contains("Alder", "Elm", "Hemlock", "Linden", "Oak")
                .hasSize(11);
        assertThat(vote.ballots().stream().filter(ballot -> ballot.choice() != Choice.YES))
                .extracting(VoteDetail.Ballot::name, VoteDetail.Ballot::choice)
                .containsExactly(tuple("Cedar", Choice.ABSTAIN), tuple("Juniper", Choice.NO));
        assertThat(jdbc.sql("SELECT what FROM journal WHERE subject_kind = 'vote' AND subject_key = :key ORDER BY id")
                        .param("key", String.valueOf(vote.summary().id().number()))
                        .query(String.class)
                        .list())
                .startsWith("called the vote, 24 active on the roster")
                .contains("changed 0 to −1")
                .endsWith("recorded its announcement on chat", "recorded its announcement by mail")
                .hasSize(17);
    }

    @Test
    void leavesTwoVotesAndTwoActionsToAlder() {
        assertThat(votes.waitingFor(alder().id()))
                .extracting(VoteSummary::title)
                .containsExactly("Accept CFEP-26: naming of variant outputs", "Fund the build mirror for 2027");
        assertThat(actions.openOf(alder().id()))
                .extracting(Action::text)
                .containsExactly(
                        "Ask the mirror host about renewal", "Write the migration note for the names of variants");
    }

    @Test
    void tellsTheStandingOfMembersOverTime() {
        assertThat(members.byLogin("maple").orElseThrow().standings()).hasSize(3);
        LocalDate before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(47);
        assertThat(members.rosterOn(before).active()).hasSize(25);
        assertThat(voteOn("Accept CFEP-20").summary().terms().orElseThrow().active())
                .isEqualTo(25);
    }

    @Test
    void keepsTheWayOfAProposalToItsStatus() {
        assertThat(proposals.detail(new ProposalNumber(20)).orElseThrow().history())
                .extracting(StatusEntry::status, StatusEntry::source)
                .containsExactly(
                        tuple(Status.PROPOSED, StatusEntry.Source.FILE),
                        tuple(Status.ACCEPTED, StatusEntry.Source.VOTE),
                        tuple(Status.IMPLEMENTED, StatusEntry.Source.HAND));
    }

    @Test
    void changesNothingWhereSomebodyIsAlready() {
        var before = community.everything();
        clock.advance(Duration.ofDays(3));
        sample.afterSingletonsInstantiated();
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void namesNobodyReal() throws IOException {
        List<RosterFile.Row> real = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RealData.path("members"))) {
            files.filter(file -> file.toString().endsWith(".csv"))
                    .forEach(file -> real.addAll(RosterFile.parse(read(file)).rows()));
        }
        assertThat(real).hasSizeGreaterThan(20);
        StringBuilder texts = new StringBuilder();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:sample/**/*.*")) {
            texts.append(resource.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        List<String> words =
                Arrays.asList(texts.toString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+", -1));
        assertThat(real).allSatisfy(person -> {
            assertThat(texts.toString()).doesNotContainIgnoringCase(person.name());
            assertThat(words).doesNotContain(person.login().toLowerCase(Locale.ROOT));
            String[] names = person.name().toLowerCase(Locale.ROOT).split("\\s+", -1);
            assertThat(members.everybody())
                    .noneSatisfy(member ->
                            assertThat(member.name().toLowerCase(Locale.ROOT)).isIn((Object[]) names));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
