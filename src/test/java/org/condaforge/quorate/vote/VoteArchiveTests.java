package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.vote.VoteArchive.Cast;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NullMarked
@OnH2
class VoteArchiveTests {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOW = MutableClock.START;

    @Autowired
    private VoteArchive archive;

    @Autowired
    private VoteReader reader;

    @Autowired
    private JournalService journal;

    @Autowired
    private Policies policies;

    @Autowired
    private Community community;

    private List<MemberId> members = List.of();

    @BeforeEach
    void tenActiveMembers() {
        community.clear();
        members = community.active(10);
    }

    private VoteArchive.Entry entry(String item, Instant opensAt, List<Cast> casts) {
        Call call = new Call(
                "conda-forge", item, Optional.empty(), "Buy a kettle", "A kettle.", opensAt.plus(WEEK), "For tea.");
        return new VoteArchive.Entry(
                policies.policy("conda-forge").orElseThrow(), call, members.getFirst(), opensAt, casts);
    }

    private List<Cast> yes(int count, Instant at) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Cast(members.get(i), Choice.YES, "", at))
                .toList();
    }

    private VoteSummary lay(VoteArchive.Entry entry) {
        return reader.summary(archive.lay(entry)).orElseThrow();
    }

    @Test
    void decidesAVoteOfThePastAtItsDeadline() {
        Instant opened = NOW.minus(Duration.ofDays(400));
        VoteSummary vote = lay(entry("other", opened, yes(6, opened.plusSeconds(60))));
        assertThat(vote.state()).isEqualTo(VoteState.CLOSED);
        assertThat(vote.result()).contains(Result.PASSED);
        assertThat(vote.route()).contains(Route.STANDARD);
        assertThat(vote.tally()).contains(new Tally(6, 0, 0));
        assertThat(vote.decidedAt()).contains(opened.plus(WEEK));
    }

    @Test
    void leavesAVoteOpenWhoseDeadlineHasNotCome() {
        Instant opened = NOW.minus(Duration.ofDays(2));
        VoteSummary vote = lay(entry("other", opened, yes(6, opened.plusSeconds(60))));
        assertThat(vote.state()).isEqualTo(VoteState.OPEN);
        assertThat(vote.tally()).contains(new Tally(6, 0, 0));
    }

    @Test
    void leavesAVoteOverdueThatMissedItsQuorumThisMonth() {
        Instant opened = NOW.minus(Duration.ofDays(10));
        assertThat(lay(entry("other", opened, yes(2, opened))).state()).isEqualTo(VoteState.OVERDUE);
    }

    @Test
    void letsAVoteLapseThatMissedItsQuorumLongAgo() {
        Instant opened = NOW.minus(Duration.ofDays(100));
        VoteSummary vote = lay(entry("other", opened, yes(2, opened)));
        assertThat(vote.result()).contains(Result.INQUORATE);
        assertThat(vote.decidedAt()).contains(opened.plus(WEEK).plus(VoteEnding.LAPSE));
    }

    @Test
    void countsTheLastBallotOfAMemberAndRemembersEach() {
        Instant opened = NOW.minus(Duration.ofDays(2));
        MemberId juniper = members.getLast();
        VoteSummary vote = lay(entry(
                "other",
                opened,
                List.of(
                        new Cast(juniper, Choice.ABSTAIN, "", opened.plusSeconds(60)),
                        new Cast(juniper, Choice.NO, "Too loud.", opened.plusSeconds(120)))));
        assertThat(vote.tally()).contains(new Tally(0, 1, 0));
        assertThat(journal.historyOf(
                        new Act.Subject("vote", String.valueOf(vote.id().number())), 10))
                .extracting(JournalService.Entry::at, JournalService.Entry::what)
                .containsExactly(
                        tuple(opened.plusSeconds(120), "changed 0 to −1"),
                        tuple(opened.plusSeconds(60), "cast 0"),
                        tuple(opened, "called the vote, 10 active on the roster"));
    }

    @Test
    void refusesBallotsOutsideThePeriod() {
        Instant opened = NOW.minus(Duration.ofDays(20));
        assertThatIllegalArgumentException().isThrownBy(() -> entry("other", opened, yes(1, opened.minusMillis(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> entry("other", opened, yes(1, opened.plus(WEEK))));
    }

    @Test
    void refusesWhatWasNotDoneYet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive.lay(entry("other", NOW.plusSeconds(1), List.of())));
        Instant opened = NOW.minus(Duration.ofDays(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archive.lay(entry("other", opened, yes(1, NOW.plusSeconds(1)))));
        assertThat(community.count("vote", "1 = 1")).isZero();
    }

    @Test
    void refusesSensitiveItemsAndThoseWithoutAVote() {
        Instant opened = NOW.minus(Duration.ofDays(20));
        for (String item : List.of("core-nomination", "lock-thread", "no-such-item")) {
            assertThatIllegalArgumentException().isThrownBy(() -> archive.lay(entry(item, opened, List.of())));
        }
    }
}
