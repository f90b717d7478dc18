package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.rule.Outcome.Inquorate;
import org.condaforge.quorate.rule.Outcome.Passed;
import org.condaforge.quorate.rule.Outcome.Rejected;
import org.junit.jupiter.api.Test;

class AssessmentTests {

    private static final int MEMBERS = 12;
    private static final Majority ALL_ROUTES =
            new Majority(Threshold.parse("more than 50%"), Set.of(Route.ACCELERATED, Route.TIME_OUT), 0);

    @Test
    void theStandardRouteNeverDecidesBelowTheQuorum() {
        Worlds.everywhere(Worlds.majorities(), MEMBERS, (rule, electorate, tally, evidence) -> {
            var assessment = Assessment.of(rule, electorate, tally, evidence);
            boolean decided = assessment.outcome().decidedBy().equals(Optional.of(Route.STANDARD));
            if (decided != tally.cast() >= assessment.quorum()) {
                fail("%s of %s by %s: %s", tally, electorate, rule, assessment);
            }
        });
    }

    @Test
    void oneMoreYesNeverTurnsPassedIntoRejected() {
        Worlds.everywhere(Worlds.rules(), MEMBERS, (rule, electorate, tally, evidence) -> {
            if (!passes(rule, electorate, tally, evidence)) {
                return;
            }
            var more = tally.plus(Choice.YES);
            boolean absence = passes(rule, electorate, more, evidence);
            boolean no = tally.no() == 0 || passes(rule, electorate, more.minus(Choice.NO), evidence);
            boolean abstention = tally.abstain() == 0 || passes(rule, electorate, more.minus(Choice.ABSTAIN), evidence);
            if (!absence || !no || !abstention) {
                fail("one more yes sinks %s of %s by %s with %s", tally, electorate, rule, evidence);
            }
        });
    }

    @Test
    void nothingPassesWithoutAYes() {
        Worlds.everywhere(Worlds.rules(), MEMBERS, (rule, electorate, tally, evidence) -> {
            if (tally.yes() == 0 && passes(rule, electorate, tally, evidence)) {
                fail("%s of %s passes by %s", tally, electorate, rule);
            }
        });
    }

    @Test
    void atMostOneRouteOfAMajorityDecidesAndItIsTheOneOfTheOutcome() {
        Worlds.everywhere(Worlds.majorities(), MEMBERS, (rule, electorate, tally, evidence) -> {
            var assessment = Assessment.of(rule, electorate, tally, evidence);
            var deciding = assessment.routes().stream()
                    .filter(route -> route.state().decides())
                    .toList();
            boolean agrees = switch (assessment.outcome()) {
                case Passed(var route) ->
                    deciding.size() == 1
                            && deciding.getFirst().route() == route
                            && deciding.getFirst().state() == RouteState.PASSES
                            && deciding.getFirst().unmet().isEmpty();
                case Rejected(var route) ->
                    deciding.size() == 1
                            && deciding.getFirst().route() == route
                            && deciding.getFirst().state() == RouteState.REJECTS
                            && deciding.getFirst().unmet().size() == 1;
                case Inquorate(var missing) -> deciding.isEmpty() && missing.size() == 1;
            };
            if (!agrees || assessment.routes().size() != 3) {
                fail("%s of %s by %s: %s", tally, electorate, rule, assessment);
            }
        });
    }

    @Test
    void noRouteDecidesBelowTheMinimumQuorum() {
        Worlds.everywhere(Worlds.majorities(), MEMBERS, (rule, electorate, tally, evidence) -> {
            int minimum = Math.min(((Majority) rule).minimumQuorum(), electorate.active());
            var outcome = Assessment.of(rule, electorate, tally, evidence).outcome();
            if (tally.cast() < minimum && !(outcome instanceof Inquorate)) {
                fail("%s of %s by %s: %s", tally, electorate, rule, outcome);
            }
        });
    }

    @Test
    void aMajorityListsEveryRouteWithItsConditions() {
        var evidence = new Evidence(
                Duration.ofDays(7),
                Duration.ofDays(14).minusNanos(1),
                false,
                false,
                new Notices(true, false, true),
                new Notices(true, false, false));

        var assessment = Assessment.of(ALL_ROUTES, new Electorate(18), new Tally(4, 1, 1), evidence);

        assertThat(assessment)
                .isEqualTo(new Assessment(
                        new Inquorate(List.of(new Condition(Requirement.PARTICIPATION, 6, 9))),
                        9,
                        List.of(
                                new RouteAssessment(
                                        Route.STANDARD,
                                        RouteState.SHORT,
                                        List.of(
                                                new Condition(Requirement.PARTICIPATION, 6, 9),
                                                new Condition(Requirement.MAJORITY, 4, 3))),
                                new RouteAssessment(
                                        Route.ACCELERATED,
                                        RouteState.SHORT,
                                        List.of(
                                                new Condition(Requirement.PLANNED_LONGER, 0, 1),
                                                new Condition(Requirement.YES, 4, 5),
                                                new Condition(Requirement.NO, 1, 0))),
                                new RouteAssessment(
                                        Route.TIME_OUT,
                                        RouteState.SHORT,
                                        List.of(
                                                new Condition(Requirement.ENDED, 0, 1),
                                                new Condition(Requirement.DAYS_OPEN, 13, 14),
                                                new Condition(Requirement.PRESENTED, 0, 1),
                                                new Condition(Requirement.CHAT, 2, 3),
                                                new Condition(Requirement.MAIL, 1, 3),
                                                new Condition(Requirement.DECISIVE, 5, 1),
                                                new Condition(Requirement.MAJORITY, 4, 3))))));
    }

    @Test
    void eachConditionOfTheTimeOutIsNeeded() {
        var period = Duration.ofDays(14);
        var late = period.minusNanos(1);
        var twice = new Notices(true, true, false);
        var met = new Evidence(period, period, true, true, Notices.ALL, Notices.ALL);

        assertThat(timeOut(met)).isEqualTo(new Passed(Route.TIME_OUT));
        assertThat(List.of(
                        new Evidence(period, late, true, true, Notices.ALL, Notices.ALL),
                        new Evidence(period, period, false, true, Notices.ALL, Notices.ALL),
                        new Evidence(period, period, true, false, Notices.ALL, Notices.ALL),
                        new Evidence(period, period, true, true, twice, Notices.ALL),
                        new Evidence(period, period, true, true, Notices.ALL, twice),
                        new Evidence(period, Duration.ofDays(-1), true, true, Notices.ALL, Notices.ALL)))
                .allSatisfy(evidence -> assertThat(timeOut(evidence)).isInstanceOf(Inquorate.class));
    }

    private static Outcome timeOut(Evidence evidence) {
        return Assessment.of(ALL_ROUTES, new Electorate(18), new Tally(4, 3, 0), evidence)
                .outcome();
    }

    @Test
    void aTimeOutCanReject() {
        var assessment =
                Assessment.of(ALL_ROUTES, new Electorate(18), new Tally(3, 3, 0), Evidence.timeOutMet(Worlds.WEEK));

        assertThat(assessment.outcome()).isEqualTo(new Rejected(Route.TIME_OUT));
        assertThat(states(assessment)).containsExactly(RouteState.SHORT, RouteState.SHORT, RouteState.REJECTS);
    }

    @Test
    void laterRoutesAreNotNeededOnceOneDecides() {
        var standard =
                Assessment.of(ALL_ROUTES, new Electorate(18), new Tally(9, 0, 0), Evidence.timeOutMet(Worlds.LONGER));
        var accelerated =
                Assessment.of(ALL_ROUTES, new Electorate(18), new Tally(5, 0, 0), Evidence.timeOutMet(Worlds.LONGER));

        assertThat(states(standard)).containsExactly(RouteState.PASSES, RouteState.NOT_NEEDED, RouteState.NOT_NEEDED);
        assertThat(standard.routes()).noneMatch(route -> route.conditions().isEmpty());
        assertThat(states(accelerated)).containsExactly(RouteState.SHORT, RouteState.PASSES, RouteState.NOT_NEEDED);
    }

    @Test
    void aRouteTheItemDoesNotNameIsNotOffered() {
        var assessment = Assessment.of(
                new Majority(Threshold.parse("60%"), Set.of(Route.STANDARD), 0),
                new Electorate(10),
                new Tally(6, 0, 0),
                Evidence.timeOutMet(Worlds.LONGER));

        assertThat(states(assessment))
                .containsExactly(RouteState.PASSES, RouteState.NOT_OFFERED, RouteState.NOT_OFFERED);
        assertThat(assessment.routes().get(1).conditions()).isEmpty();
    }

    @Test
    void aMinimumQuorumIsAConditionOfEveryRoute() {
        var conda = new Majority(Threshold.parse("20%"), Set.of(Route.ACCELERATED, Route.TIME_OUT), 5);

        var assessment =
                Assessment.of(conda, new Electorate(10), new Tally(4, 0, 0), Evidence.timeOutMet(Worlds.LONGER));

        assertThat(assessment.quorum()).isEqualTo(5);
        assertThat(assessment.routes())
                .allSatisfy(route ->
                        assertThat(route.unmet()).containsExactly(new Condition(Requirement.PARTICIPATION, 4, 5)));
    }

    @Test
    void aConsensusListsSupportAndObjections() {
        var assessment = consensus(new Consensus(3, 1, false), new Tally(2, 1, 4));

        assertThat(assessment)
                .isEqualTo(new Assessment(
                        new Inquorate(List.of(new Condition(Requirement.YES, 2, 3))),
                        3,
                        List.of(new RouteAssessment(
                                Route.CONSENSUS,
                                RouteState.SHORT,
                                List.of(new Condition(Requirement.YES, 2, 3), new Condition(Requirement.NO, 1, 1))))));
        assertThat(consensus(new Consensus(3, 1, false), new Tally(9, 2, 0)).outcome())
                .isEqualTo(new Rejected(Route.CONSENSUS));
    }

    @Test
    void anAbstentionSpoilsAConsensusOfAllYes() {
        var allYes = new Consensus(3, 0, true);

        assertThat(consensus(allYes, new Tally(3, 0, 0)).passes()).isTrue();
        assertThat(consensus(allYes, new Tally(3, 0, 1)).outcome())
                .isEqualTo(new Inquorate(List.of(new Condition(Requirement.ABSTENTION, 1, 0))));
        assertThat(consensus(allYes, new Tally(3, 1, 1)).outcome()).isEqualTo(new Rejected(Route.CONSENSUS));
    }

    private static Assessment consensus(Consensus rule, Tally tally) {
        return Assessment.of(rule, new Electorate(22), tally, Evidence.atEndOf(Worlds.WEEK));
    }

    @Test
    void ofSeveralRulesTheFirstThatPassesDecidesAndTheLastIsTheFallback() {
        var rule = new AnyOf(List.of(new Consensus(3, 0, false), ALL_ROUTES, new Consensus(4, 0, false)));
        var electorate = new Electorate(8);
        var evidence = Evidence.atEndOf(Worlds.WEEK);

        var first = Assessment.of(rule, electorate, new Tally(4, 0, 0), evidence);
        var second = Assessment.of(rule, electorate, new Tally(4, 1, 0), evidence);
        var none = Assessment.of(rule, electorate, new Tally(2, 0, 0), evidence);

        assertThat(first.outcome()).isEqualTo(new Passed(Route.CONSENSUS));
        assertThat(first.quorum()).isEqualTo(4);
        assertThat(states(first))
                .containsExactly(
                        RouteState.PASSES,
                        RouteState.NOT_NEEDED,
                        RouteState.NOT_NEEDED,
                        RouteState.NOT_NEEDED,
                        RouteState.NOT_NEEDED);
        assertThat(second.outcome()).isEqualTo(new Passed(Route.STANDARD));
        assertThat(states(second))
                .containsExactly(
                        RouteState.REJECTS,
                        RouteState.PASSES,
                        RouteState.NOT_NEEDED,
                        RouteState.NOT_NEEDED,
                        RouteState.NOT_NEEDED);
        assertThat(none.outcome()).isEqualTo(new Inquorate(List.of(new Condition(Requirement.YES, 2, 4))));
    }

    private static boolean passes(Rule rule, Electorate electorate, Tally tally, Evidence evidence) {
        return Assessment.of(rule, electorate, tally, evidence).passes();
    }

    private static List<RouteState> states(Assessment assessment) {
        return assessment.routes().stream().map(RouteAssessment::state).toList();
    }
}
