package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.rule.Choice.ABSTAIN;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.PolicyPage;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.support.SqlCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Votes under pages that let them close early: plus-three, and sixty per cent of ten.
abstract class EarlyCloseContract extends VotingContract {

    private static final Instant END = START.plus(Duration.ofDays(7));
    private static final Instant MINIMUM = START.plus(Duration.ofHours(72));

    @Autowired
    MemberService members;

    @Autowired
    FrozenEnds ends;

    private static Policy page(String name, String old, String edited) {
        Policy shipped = Policies.shipped().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(shipped.page()).contains(old);
        return PolicyPage.read(shipped.page().replace(old, edited), "edited page");
    }

    private VoteId open(Policy policy, String item) {
        return archive.lay(new VoteArchive.Entry(
                policy,
                new Call(policy.name(), item, Optional.empty(), "Paint it", "Green.", END, ""),
                members.rosterEntry("alder").orElseThrow().id(),
                START,
                List.of()));
    }

    private VoteId consensus() {
        return open(page("plus-three", "early-close: false", "early-close: true"), "consensus");
    }

    private void closeAt(Instant instant) {
        clock.set(instant);
        closer.closeDue();
    }

    private Ending ending(VoteId vote) {
        return ends.of(vote).orElseThrow().ending();
    }

    @Test
    void aConsensusThatIsReachedClosesWhenItsMinimumPeriodIsOver() {
        VoteId vote = consensus();
        cast(vote, YES, YES, YES);
        closeAt(MINIMUM.minusNanos(1_000));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        closeAt(MINIMUM.plus(Duration.ofHours(5)));

        assertThat(summary(vote).result()).contains(Result.PASSED);
        assertThat(summary(vote).route()).contains(Route.CONSENSUS);
        assertThat(summary(vote).decidedAt()).contains(MINIMUM);
        assertThat(ending(vote)).isEqualTo(Ending.EARLY);
        assertThat(story(vote)).first().asString().startsWith("closed early, as soon as it would pass: passed");
        assertThat(reader.detail(vote).orElseThrow().recount().orElseThrow()).isInstanceOf(Recount.Confirmed.class);
    }

    @Test
    void aBallotThatMakesItPassLaterClosesItAtOnce() {
        VoteId vote = consensus();
        cast(vote, YES, YES, NO);
        closeAt(MINIMUM);
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        clock.advance(Duration.ofHours(1));
        cast("dogwood", vote, YES);
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        clock.advance(Duration.ofHours(1));
        cast(org.condaforge.quorate.support.Trees.login(2), vote, ABSTAIN);

        assertThat(summary(vote).result()).contains(Result.PASSED);
        assertThat(summary(vote).decidedAt()).contains(MINIMUM.plus(Duration.ofHours(2)));
        assertThatThrownBy(() -> cast("elm", vote, NO, "Too late.")).isInstanceOf(VoteClosed.class);
    }

    @Test
    void noBallotIsTakenOnceItHasPassedEvenBeforeItIsClosed() {
        VoteId vote = consensus();
        cast(vote, YES, YES, YES);
        clock.set(MINIMUM);

        assertThatThrownBy(() -> cast("dogwood", vote, NO, "It would not grow."))
                .isInstanceOf(VoteClosed.class);
        closer.closeDue();
        assertThat(summary(vote).tally().orElseThrow().cast()).isEqualTo(3);
    }

    @Test
    void anObjectionKeepsItOpenUntilItsEnd() {
        VoteId vote = consensus();
        cast(vote, YES, YES, YES, NO);
        closeAt(END.minusNanos(1_000));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        closeAt(END);

        assertThat(summary(vote).result()).contains(Result.REJECTED);
        assertThat(ending(vote)).isEqualTo(Ending.DEADLINE);
    }

    @Test
    void whatWasMissedWhileItWasDownIsMadeUpFor() {
        VoteId vote = consensus();
        cast(vote, YES, YES, YES);
        closeAt(END.plus(Duration.ofDays(30)));

        assertThat(summary(vote).decidedAt()).contains(MINIMUM);
        assertThat(ending(vote)).isEqualTo(Ending.EARLY);
    }

    @Test
    void aMajorityClosesWhenNoBallotThatIsOutCanChangeIt() {
        String title = "title: Anything else\nclass: standard\n";
        VoteId vote = open(page("conda-forge", title, title + "restrictions:\n  early-close: true\n"), "other");
        clock.advance(Duration.ofHours(1));
        cast(vote, YES, YES, YES, YES, YES, YES);
        closeAt(START.plus(Duration.ofHours(24)));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        clock.advance(Duration.ofHours(1));
        cast("willow", vote, YES);

        assertThat(summary(vote).result()).contains(Result.PASSED);
        assertThat(summary(vote).route()).contains(Route.STANDARD);
        assertThat(summary(vote).decidedAt()).contains(START.plus(Duration.ofHours(25)));
        assertThat(reader.detail(vote).orElseThrow().recount().orElseThrow()).isInstanceOf(Recount.Confirmed.class);
    }

    @Test
    void votesUnderOtherItemsStayOpen() {
        VoteId vote = called(consensus("Paint it"));
        cast(vote, YES, YES, YES, YES);
        closeAt(END.minusNanos(1_000));

        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
    }

    @Test
    void lookingForWhatIsDueIsOneStatement() {
        consensus();
        called(approval());
        closeAt(MINIMUM.plus(Duration.ofHours(1)));

        assertThat(SqlCount.of(() -> closer.closeDue())).hasSize(1);
    }
}
