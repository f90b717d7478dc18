package org.condaforge.quorate.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.condaforge.quorate.checkin.Answer.Choice;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.condaforge.quorate.vote.VoteSummary.Terms;
import org.junit.jupiter.api.Test;

class RoundPreviewTests {

    private static final Instant OPENED = Instant.parse("2026-11-09T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 9);
    private static final List<Policy> CONDA_FORGE = Policies.shipped().stream()
            .filter(policy -> policy.name().equals("conda-forge"))
            .toList();

    @Test
    void tellsWhoBecomesEmeritusByChoiceAndBySilence() {
        var preview = preview(Silence.EMERITUS, 24, asked(16, 1, 7), List.of());

        assertThat(preview.byChoice()).extracting(Asked::login).containsExactly("m16");
        assertThat(preview.bySilence()).hasSize(7);
        assertThat(preview.leaving()).isEqualTo(8);
        assertThat(preview.activeThen()).isEqualTo(16);
    }

    @Test
    void tellsTheQuorumOfEveryItemNowAndThen() {
        var preview = preview(Silence.EMERITUS, 24, asked(16, 1, 7), List.of());

        assertThat(preview.quorums())
                .extracting(RoundPreview.QuorumThen::item, RoundPreview.QuorumThen::now, RoundPreview.QuorumThen::then)
                .contains(
                        tuple("CFEP approval", 15, 10),
                        tuple("Spending of funds", 12, 8),
                        tuple("Modifying the governance document", 18, 12))
                .hasSize(12);
    }

    @Test
    void leavesThoseInPeaceWhoseSilenceMeansNothing() {
        var preview = preview(Silence.NOTHING, 24, asked(16, 1, 7), List.of());

        assertThat(preview.bySilence()).isEmpty();
        assertThat(preview.byChoice()).hasSize(1);
    }

    @Test
    void countsNobodyWhoLeftOrCameBackMeanwhile() {
        var left = asked(0, Optional.empty(), Optional.empty(), DAY);
        var emeritus = asked(1, Optional.empty(), Optional.of(Standing.EMERITUS), DAY.plusDays(1));
        var back = asked(2, Optional.empty(), Optional.of(Standing.ACTIVE), DAY.plusDays(1));
        var same = asked(3, Optional.empty(), Optional.of(Standing.ACTIVE), DAY);

        assertThat(preview(Silence.EMERITUS, 2, List.of(left, emeritus, back, same), List.of())
                        .bySilence())
                .containsExactly(same);
    }

    @Test
    void tellsOnlyOfOpenVotesThatCountTheRosterOfTheirClosing() {
        var closing = vote(1, RosterDate.CLOSING, Classification.STANDARD, new Tally(10, 1, 0));
        var opening = vote(2, RosterDate.OPENING, Classification.STANDARD, new Tally(10, 1, 0));
        var secret = vote(3, RosterDate.CLOSING, Classification.SENSITIVE, new Tally(10, 1, 0));

        var preview = preview(Silence.EMERITUS, 24, asked(16, 1, 7), List.of(closing, opening, secret));

        assertThat(preview.votes())
                .containsExactly(new RoundPreview.VoteThen(new VoteId(1), "Vote 1", 12, 8, "inquorate", "passed"));
        assertThat(preview.fixedVotes()).isEqualTo(1);
    }

    @Test
    void doesNotTellOfAVoteThatNothingChanges() {
        var vote = vote(1, RosterDate.CLOSING, Classification.STANDARD, new Tally(20, 1, 0));

        assertThat(preview(Silence.EMERITUS, 24, asked(24, 0, 0), List.of(vote)).votes())
                .isEmpty();
    }

    @Test
    void ofARoundThatEndedIsEmpty() {
        var round = round(Silence.EMERITUS, Round.State.APPLIED);
        var preview = RoundPreview.of(new RoundDetail(round, asked(0, 1, 1), List.of()), 24, CONDA_FORGE, List.of());

        assertThat(preview.leaving()).isZero();
        assertThat(preview.activeThen()).isEqualTo(24);
    }

    /// For every small world the numbers add up, and no quorum grows.
    @Test
    void addsUpInEverySmallWorld() {
        for (int stay = 0; stay <= 5; stay++) {
            for (int choose = 0; choose <= 5; choose++) {
                for (int silent = 0; silent <= 5; silent++) {
                    int active = stay + choose + silent;
                    var preview = preview(Silence.EMERITUS, active, asked(stay, choose, silent), List.of());
                    assertThat(preview.activeThen()).isEqualTo(stay);
                    assertThat(preview.leaving()).isEqualTo(choose + silent);
                    assertThat(preview.quorums()).allMatch(quorum -> quorum.then() <= quorum.now());
                }
            }
        }
    }

    private static RoundPreview preview(Silence silence, int active, List<Asked> asked, List<VoteSummary> votes) {
        return RoundPreview.of(
                new RoundDetail(round(silence, Round.State.OPEN), asked, List.of()), active, CONDA_FORGE, votes);
    }

    private static Round round(Silence silence, Round.State state) {
        return new Round(
                new RoundId(1),
                Round.Kind.EVERYBODY,
                "conda-forge",
                Optional.of("yearly"),
                "Check-in",
                OPENED,
                OPENED,
                OPENED.plus(Duration.ofDays(28)),
                silence,
                true,
                true,
                state,
                Optional.empty());
    }

    private static List<Asked> asked(int stay, int choose, int silent) {
        var active = Optional.of(new Answer(Choice.ACTIVE, Optional.empty(), OPENED));
        var emeritus = Optional.of(new Answer(Choice.EMERITUS, Optional.empty(), OPENED));
        return IntStream.range(0, stay + choose + silent)
                .mapToObj(i -> asked(
                        i,
                        i < stay ? active : i < stay + choose ? emeritus : Optional.empty(),
                        Optional.of(Standing.ACTIVE),
                        LocalDate.of(2019, 1, 1)))
                .toList();
    }

    private static Asked asked(int number, Optional<Answer> answer, Optional<Standing> standing, LocalDate since) {
        return new Asked(
                new MemberId(number),
                "m" + number,
                "M " + number,
                standing,
                standing.map(s -> since),
                DAY,
                answer,
                Optional.empty());
    }

    private static VoteSummary vote(int number, RosterDate roster, Classification classification, Tally tally) {
        var rule = new Majority(Threshold.parse("more than 50%"), Set.of(Route.STANDARD), 0);
        return new VoteSummary(
                new VoteId(number),
                "Vote " + number,
                Optional.of(new Terms("circle", "1", "other", "Anything else", rule, true, 24, 0, roster, 12)),
                classification,
                VoteState.OPEN,
                Optional.of(OPENED),
                OPENED.plus(Duration.ofDays(7)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tally),
                Optional.empty());
    }
}
