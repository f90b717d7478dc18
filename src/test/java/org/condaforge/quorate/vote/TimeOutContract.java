package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A time-out from the date that is confirmed to its verification.
abstract class TimeOutContract extends OverdueContract {

    @Autowired
    JdbcClient jdbc;

    private VoteDetail detail(VoteId vote) {
        return reader.detail(vote).orElseThrow();
    }

    private RouteExplanation timeOutRoute(VoteId vote) {
        return detail(vote).routes().stream()
                .filter(route -> route.route().route() == Route.TIME_OUT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isDeclaredByOneAndVerifiedByAnother() {
        VoteId vote = ready();
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.RUNNING);
        closeAt(DATE.minusNanos(1_000));
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.RUNNING);
        closeAt(DATE);
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.WAITS);
        assertThat(progress(vote).unmet()).isEmpty();
        assertThat(progress(vote).lapses()).contains(DATE.plus(VoteEnding.LAPSE));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(story(vote)).first().asString().contains("waits for its declaration");
        assertThat(detail(vote).mayStillVote()).isZero();

        clock.advance(Duration.ofDays(1));
        SignIn.as("cedar");
        timeOuts.declare(vote);
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.DECLARED);
        assertThat(progress(vote).declared().orElseThrow().name()).isEqualTo("Cedar");
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThatThrownBy(() -> timeOuts.verify(vote))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("You declared");

        clock.advance(Duration.ofDays(1));
        SignIn.as("birch");
        assertThatThrownBy(() -> timeOuts.declare(vote)).hasMessageContaining("declared already");
        timeOuts.verify(vote);

        VoteSummary ended = summary(vote);
        assertThat(ended.state()).isEqualTo(VoteState.CLOSED);
        assertThat(ended.result()).contains(Result.PASSED);
        assertThat(ended.route()).contains(Route.TIME_OUT);
        assertThat(ended.decidedAt()).contains(DATE.plus(Duration.ofDays(2)));
        assertThat(ended.timeOutAt()).contains(DATE);
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.ENDED);
        assertThat(progress(vote).ending()).contains(Ending.VERIFIED);
        assertThat(progress(vote).declared().orElseThrow().at()).isEqualTo(DATE.plus(Duration.ofDays(1)));
        assertThat(progress(vote).verified().orElseThrow().name()).isEqualTo("Birch");
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().status()).isEqualTo(Status.ACCEPTED);
        assertThat(detail(vote).recount().orElseThrow().sentence())
                .isEqualTo("Recounted: the same result, 3 of 4 yes.");
        assertThat(story(vote).subList(0, 3))
                .containsExactly(
                        "closed by its time-out: passed, time-out route · 3 of 4 yes",
                        "verified the time-out",
                        "declared the time-out; another core member verifies it");
        var everything = community.everything();
        closeAt(DATE.plus(Duration.ofDays(100)));
        assertThatThrownBy(() -> timeOuts.verify(vote)).isInstanceOf(NotAllowed.class);
        assertThat(community.everything()).isEqualTo(everything);
    }

    @Test
    void freezesEveryConditionWhateverIsSaidLater() {
        VoteId vote = waiting();
        SignIn.as("cedar");
        timeOuts.declare(vote);
        SignIn.as("birch");
        timeOuts.verify(vote);
        VoteDetail ended = detail(vote);
        assertThat(ended.evidence().chat()).isEqualTo(Notices.ALL);
        assertThat(ended.evidence().presented()).isTrue();
        assertThat(ended.evidence().open()).isEqualTo(Duration.ofDays(20));
        assertThat(timeOutRoute(vote).route().state()).isEqualTo(RouteState.PASSES);
        assertThat(community.count("vote_condition", "met = TRUE")).isPositive();

        jdbc.sql("DELETE FROM vote_notice").update();
        jdbc.sql("DELETE FROM vote_presented").update();

        assertThat(detail(vote).evidence()).isEqualTo(ended.evidence());
        assertThat(detail(vote).routes()).isEqualTo(ended.routes());
        assertThat(detail(vote).recount()).isEqualTo(ended.recount());
        assertThatThrownBy(() -> notices.record(vote, Channel.CHAT, DATE.minusSeconds(60), "late"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void takesNoBallotsWhileItWaits() {
        VoteId vote = waiting();
        clock.set(DATE.plusNanos(1_000));

        assertThatThrownBy(() -> cast("dogwood", vote, NO, "Too late.")).isInstanceOf(VoteClosed.class);
        SignIn.as("dogwood");
        assertThat(casting.refusal(summary(vote))).isPresent();
        assertThatThrownBy(() -> timeOuts.setTimeOut(vote, DATE.plus(Duration.ofDays(9))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void lapsesWhereNobodyDeclaresAndVerifiesInTime() {
        VoteId vote = waiting();
        Instant lapse = DATE.plus(VoteEnding.LAPSE);
        closeAt(lapse.minusNanos(1_000));
        SignIn.as("cedar");
        timeOuts.declare(vote);
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.DECLARED);
        clock.set(lapse);
        SignIn.as("birch");
        assertThatThrownBy(() -> timeOuts.verify(vote)).isInstanceOf(NotAllowed.class);
        closer.closeDue();

        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertThat(summary(vote).decidedAt()).contains(lapse);
        assertThat(progress(vote).ending()).contains(Ending.LAPSE);
        assertThat(detail(vote).recount().orElseThrow()).isInstanceOf(Recount.Confirmed.class);
    }

    @Test
    void whoDeclaredItTakesThatBackBeforeItIsVerified() {
        VoteId vote = waiting();
        SignIn.as("cedar");
        assertThatThrownBy(() -> timeOuts.withdrawDeclaration(vote)).isInstanceOf(NotAllowed.class);
        timeOuts.declare(vote);
        SignIn.as("birch");
        assertThatThrownBy(() -> timeOuts.withdrawDeclaration(vote)).isInstanceOf(NotAllowed.class);
        SignIn.as("cedar");

        timeOuts.withdrawDeclaration(vote);

        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.WAITS);
        assertThat(progress(vote).declared()).isEmpty();
        SignIn.as("birch");
        assertThatThrownBy(() -> timeOuts.verify(vote)).hasMessageContaining("not declared");
        timeOuts.declare(vote);
        SignIn.as("cedar");
        timeOuts.verify(vote);
        assertThat(summary(vote).result()).contains(Result.PASSED);
    }

    @Test
    void evidenceThatIsTakenBackStopsIt() {
        VoteId vote = waiting();
        SignIn.as("cedar");
        timeOuts.declare(vote);
        SignIn.as("birch");
        notices.takeBack(vote, notices.of(vote).getLast().id());

        assertThatThrownBy(() -> timeOuts.verify(vote))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("announced by mail");
        assertThat(progress(vote).unmet()).containsExactly("announced by mail");
        closeAt(DATE.plus(VoteEnding.LAPSE));
        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertThat(detail(vote).recount().orElseThrow()).isInstanceOf(Recount.Confirmed.class);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void oneMissingNoticeMakesItInquorateAtTheDate(Channel channel) {
        VoteId vote = ready();
        SignIn.as("birch");
        VoteNotice middle = notices.of(vote).stream()
                .filter(notice -> notice.channel() == channel)
                .toList()
                .get(1);
        notices.takeBack(vote, middle.id());
        closeAt(DATE.plus(Duration.ofDays(3)));

        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertThat(summary(vote).decidedAt()).contains(DATE);
        assertThat(progress(vote).ending()).contains(Ending.DATE);
        assertThat(detail(vote).recount().orElseThrow()).isInstanceOf(Recount.Confirmed.class);
    }

    @Test
    void theStandardRouteDecidesByItselfAtTheDate() {
        VoteId vote = ready();
        cast(vote, YES, YES, YES, YES, YES, YES);
        closeAt(DATE);

        assertThat(summary(vote).route()).contains(Route.STANDARD);
        assertThat(summary(vote).result()).contains(Result.PASSED);
        assertThat(progress(vote).declared()).isEmpty();
    }

    @Test
    void aVoteOfTwoWeeksWithAllConditionsMetWaitsAtItsSetEnd() {
        Instant end = START.plus(Duration.ofDays(15));
        VoteId vote =
                called(new Call("conda-forge", "cfep-approval", Optional.of(SEEDS), "Accept CFEP-07", "Dry.", end, ""));
        cast(vote, YES, NO, NO);
        announce(vote, START.plus(Duration.ofHours(24)));
        present(vote);
        announce(vote, START.plus(Duration.ofDays(5)));
        announce(vote, end.minus(Duration.ofHours(24)));
        closeAt(end);
        assertThat(progress(vote).stage()).isEqualTo(TimeOutStage.WAITS);
        assertThat(progress(vote).end()).isEqualTo(end);

        SignIn.as("cedar");
        timeOuts.declare(vote);
        SignIn.as("birch");
        timeOuts.verify(vote);

        assertThat(summary(vote).result()).contains(Result.REJECTED);
        assertThat(summary(vote).route()).contains(Route.TIME_OUT);
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void noticesCountByTheWindowsOfTheDateThatCounts() {
        VoteId vote = ready();
        assertThat(progress(vote).wanted(clock.instant()))
                .extracting(TimeOutProgress.Wanted::state)
                .containsOnly(TimeOutProgress.State.DONE);
        SignIn.as("birch");
        timeOuts.setTimeOut(vote, DATE.plus(Duration.ofDays(10)));

        assertThat(detail(vote).evidence().chat()).isEqualTo(new Notices(true, true, false));
        assertThat(progress(vote).wanted(clock.instant()).getLast().state()).isEqualTo(TimeOutProgress.State.LATER);
        clock.set(DATE.plus(Duration.ofDays(7)));
        assertThat(progress(vote).due(clock.instant()))
                .extracting(TimeOutProgress.Wanted::channel)
                .containsExactly(Channel.CHAT, Channel.MAIL);
        clock.set(DATE.plus(Duration.ofDays(9)).plusNanos(1_000));
        assertThat(progress(vote).isPossible(clock.instant())).isFalse();
    }

    @Test
    void onlyAnOverdueVoteHasADateWhateverTheDate() {
        VoteId vote = called(approval());
        SignIn.as("birch");

        assertThatThrownBy(() -> timeOuts.setTimeOut(vote, START))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Only an overdue vote");
    }

    @Test
    void noVoteStaysInLimbo() {
        VoteId vote = overdue();
        SignIn.as("birch");

        assertThatThrownBy(() -> timeOuts.setTimeOut(
                        vote, summary(vote).closesAt().plus(TimeOuts.LATEST).plusSeconds(1)))
                .hasMessageContaining("twelve weeks");
        clock.set(summary(vote).closesAt().plus(VoteEnding.LAPSE));
        assertThatThrownBy(() -> timeOuts.setTimeOut(vote, clock.instant().plus(Duration.ofDays(3))))
                .isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void isForActiveCoreMembers(String login) {
        VoteId vote = waiting();
        SignIn.as("cedar");
        timeOuts.declare(vote);
        SignIn.out();
        if (!login.isEmpty()) {
            SignIn.as(login);
        }

        List.<Runnable>of(
                        () -> timeOuts.declare(vote),
                        () -> timeOuts.verify(vote),
                        () -> timeOuts.withdrawDeclaration(vote),
                        () -> notices.record(vote, Channel.CHAT, START, "here"),
                        () -> notices.takeBack(vote, 1))
                .forEach(act -> assertThatThrownBy(act::run).isInstanceOf(NotAllowed.class));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
    }

    @Test
    void isOfRulesThatNameIt() {
        assertThat(progress.of(called(consensus("Paint it")))).isEmpty();
        assertThat(progress.of(new VoteId(999_999))).isEmpty();
    }

    @Test
    void ofASensitiveVoteOnlyMembersLearn() {
        VoteId vote = waiting();
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE'").update();

        assertThat(progress.of(vote)).isEmpty();
        assertThat(progress.overdue()).isEmpty();
        assertThat(notices.of(vote)).isEmpty();
        SignIn.as("yew");
        assertThat(progress.of(vote)).isPresent();
        assertThat(progress.overdue()).hasSize(1);
        assertThat(notices.of(vote)).hasSize(6);
    }
}
