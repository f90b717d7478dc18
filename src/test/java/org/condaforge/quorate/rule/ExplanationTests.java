package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.rule.Headline.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTests {

    private static final Majority SIXTY = majority("60%", 0);
    private static final Majority HALF = majority("more than 50%", 0);
    private static final Majority ALL_ROUTES =
            new Majority(Threshold.parse("more than 50%"), Set.of(Route.ACCELERATED, Route.TIME_OUT), 0);
    private static final Consensus PLUS_THREE = new Consensus(3, 0, false);
    private static final Consensus ALL_YES = new Consensus(3, 0, true);
    private static final Rule TEAM = new AnyOf(List.of(ALL_YES, HALF));
    private static final Evidence END = Evidence.atEndOf(Worlds.WEEK);

    @ParameterizedTest(name = "{0} of {1}: {2}, {3}, {4}; {5} may still vote")
    @CsvSource(delimiter = '|', textBlock = """
            60% | 24 | 11 | 1 | 1 | 11 | GOOD | Would pass if two more take part | , whatever they say. 13 of the 15 needed have voted; 11 of 12 said yes, 60% is needed.
            60% | 24 | 13 | 1 | 0 | 10 | GOOD | Would pass if one more takes part | , whatever they say. 14 of the 15 needed have voted; 13 of 14 said yes, 60% is needed.
            60% | 24 | 12 | 2 | 2 | 8 | GOOD | Would pass | . 16 have voted, 15 are needed; 12 of 14 said yes, 60% is needed.
            60% | 24 | 16 | 0 | 0 | 8 | GOOD | Would pass | , and no further ballot can change that. 16 have voted, 15 are needed; 16 of 16 said yes, 60% is needed.
            60% | 24 | 8 | 7 | 0 | 9 | BAD | Would be rejected | . 15 have voted, 15 are needed; 8 of 15 said yes, 60% is needed.
            60% | 24 | 0 | 0 | 15 | 9 | BAD | Would be rejected | . 15 have voted, 15 are needed; nobody said yes or no, 60% is needed.
            60% | 24 | 0 | 15 | 0 | 9 | BAD | Would be rejected | , and no further ballot can change that. 15 have voted, 15 are needed; 0 of 15 said yes, 60% is needed.
            60% | 24 | 0 | 0 | 0 | 24 | OPEN | Would be inquorate: 15 more must take part | . Nobody has voted, 15 are needed; nobody said yes or no, 60% is needed.
            60% | 24 | 1 | 0 | 0 | 23 | OPEN | Would be inquorate: 14 more must take part | . 1 of the 15 needed has voted; 1 of 1 said yes, 60% is needed.
            60% | 24 | 3 | 0 | 0 | 21 | OPEN | Would be inquorate: twelve more must take part | . 3 of the 15 needed have voted; 3 of 3 said yes, 60% is needed.
            60% | 24 | 10 | 0 | 0 | 4 | BAD | Would be inquorate: five more must take part | , and no further ballot can change that. 10 of the 15 needed have voted; 10 of 10 said yes, 60% is needed.
            60% | 1 | 1 | 0 | 0 | 0 | GOOD | Would pass | , and no further ballot can change that. 1 has voted, 1 is needed; 1 of 1 said yes, 60% is needed.
            60% | 1 | 0 | 0 | 0 | 1 | OPEN | Would be inquorate: one more must take part | . Nobody has voted, 1 is needed; nobody said yes or no, 60% is needed.
            60% | 0 | 0 | 0 | 0 | 0 | BAD | Would be rejected | , and no further ballot can change that. Nobody has to vote; nobody said yes or no, 60% is needed.
            accelerated | 18 | 5 | 0 | 0 | 13 | GOOD | Would pass | ' by the accelerated route. 5 said yes, nobody said no.'
            time-out | 18 | 4 | 3 | 0 | 11 | GOOD | Would pass | ' by the time-out route. 4 of 7 said yes, more than 50% is needed.'
            time-out | 18 | 3 | 3 | 0 | 12 | BAD | Would be rejected | ' by the time-out route. 3 of 6 said yes, more than 50% is needed.'
            minimum | 18 | 4 | 0 | 0 | 14 | GOOD | Would pass if one more takes part | , whatever they say, by the time-out route. 4 of 4 said yes, more than 50% is needed.
            consensus | 22 | 3 | 0 | 5 | 14 | GOOD | Would pass | . 3 said +1, 3 are needed; nobody said −1.
            consensus | 22 | 12 | 1 | 0 | 9 | BAD | Would be rejected | . One −1 stands until its author changes the ballot.
            consensus | 22 | 12 | 2 | 0 | 8 | BAD | Would be rejected | . Two −1 stand until their authors change the ballot.
            consensus | 22 | 1 | 0 | 0 | 21 | OPEN | Would be inquorate: two more must say +1 | . 1 of the 3 +1 needed; nobody said −1.
            lenient | 22 | 1 | 1 | 0 | 20 | GOOD | Would pass | . 1 said +1, 1 is needed; 1 said −1.
            all yes | 22 | 4 | 0 | 1 | 17 | OPEN | Would be inquorate: an abstention spoils it | . Every ballot must say +1; 4 said +1, 3 are needed.
            all yes | 22 | 2 | 0 | 2 | 18 | OPEN | Would be inquorate: abstaining spoils it | . Every ballot must say +1; 2 of the 3 +1 needed.
            team | 10 | 3 | 0 | 0 | 7 | GOOD | Would pass | . 3 said +1, 3 are needed; nobody said −1.
            team | 10 | 3 | 1 | 0 | 6 | GOOD | Would pass if one more takes part | , whatever they say. 4 of the 5 needed have voted; 3 of 4 said yes, more than 50% is needed.
            reversed | 10 | 3 | 2 | 0 | 5 | GOOD | Would pass | . 5 have voted, 5 are needed; 3 of 5 said yes, more than 50% is needed.
            reversed | 10 | 2 | 0 | 0 | 8 | OPEN | Would be inquorate: one more must say +1 | . 2 of the 3 +1 needed; nobody said −1.
            """)
    void theHeadlineSaysWhereThingsStand(
            String rule,
            int active,
            int yes,
            int no,
            int abstain,
            int mayStillVote,
            Tone tone,
            String lead,
            String rest) {
        var tally = new Tally(yes, no, abstain);
        var outlook = Outlook.of(rule(rule), new Electorate(active), tally, evidence(rule), mayStillVote);

        var headline = Headline.of(outlook, rule(rule), tally);

        assertThat(headline.lead()).isEqualTo(lead);
        assertThat(headline.rest()).isEqualTo(rest);
        assertThat(headline.tone()).isEqualTo(tone);
        assertThat(headline.text()).isEqualTo(lead + rest);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}, {3}, {4}; from {5} to {6}: {7}")
    @CsvSource(delimiter = '|', textBlock = """
            60% | 24 | 11 | 1 | 1 | - | YES | one more participant and the quorum is met
            60% | 24 | 11 | 1 | 1 | - | ABSTAIN | helps the quorum, nothing else
            60% | 24 | 11 | 1 | 1 | - | NO | still one short of the quorum; 11 of 13 is 85%
            60% | 24 | 10 | 1 | 1 | - | YES | two more participants and the quorum is met
            60% | 24 | 11 | 1 | 1 | YES | YES | as it stands, the vote would be inquorate
            60% | 24 | 11 | 1 | 1 | YES | NO | still two short of the quorum; 10 of 12 is 83%
            60% | 24 | 11 | 1 | 1 | NO | YES | still two short of the quorum; 12 of 12 is 100%
            60% | 24 | 11 | 1 | 1 | NO | ABSTAIN | still counts to the quorum, nothing else
            60% | 24 | 0 | 0 | 1 | - | NO | still 13 short of the quorum; 0 of 1 is 0%
            60% | 24 | 12 | 1 | 1 | - | YES | completes the quorum: the vote would pass
            60% | 24 | 4 | 10 | 0 | - | NO | completes the quorum: the vote would be rejected
            60% | 24 | 12 | 3 | 1 | - | YES | the vote would still pass; 13 of 16 is 81%
            60% | 24 | 12 | 3 | 1 | - | ABSTAIN | changes nothing: the vote would still pass
            60% | 24 | 12 | 3 | 1 | YES | ABSTAIN | the vote would still pass; 11 of 14 is 79%
            60% | 24 | 12 | 3 | 1 | YES | YES | as it stands, the vote would pass
            60% | 24 | 9 | 6 | 0 | - | NO | the vote would be rejected; 9 of 16 is 56%
            60% | 24 | 8 | 7 | 0 | NO | YES | the vote would pass; 9 of 15 is 60%
            60% | 24 | 8 | 7 | 0 | NO | NO | as it stands, the vote would be rejected
            60% | 24 | 5 | 10 | 0 | - | YES | the vote would still be rejected; 6 of 16 is 38%
            60% | 24 | 9 | 6 | 0 | YES | ABSTAIN | the vote would be rejected; 8 of 14 is 57%
            60% | 1 | 1 | 0 | 0 | YES | ABSTAIN | the vote would be rejected; nobody says yes or no
            50% | 18 | 8 | 0 | 0 | - | NO | completes the quorum: the vote would pass; without your −1 it would be inquorate
            50% | 18 | 8 | 0 | 0 | - | ABSTAIN | completes the quorum: the vote would pass; without your abstention it would be inquorate
            50% | 18 | 8 | 0 | 0 | - | YES | completes the quorum: the vote would pass
            accelerated | 18 | 5 | 0 | 0 | - | NO | ends the accelerated route: the vote would be inquorate
            accelerated | 18 | 5 | 0 | 0 | YES | ABSTAIN | ends the accelerated route: the vote would be inquorate
            accelerated | 18 | 4 | 0 | 0 | - | YES | the vote would pass by the accelerated route; 5 of 5 is 100%
            accelerated | 18 | 8 | 0 | 0 | - | NO | completes the quorum: the vote would still pass
            time-out | 18 | 4 | 3 | 0 | - | NO | the vote would be rejected by the time-out route; 4 of 8 is 50%
            time-out | 18 | 1 | 0 | 0 | YES | ABSTAIN | the vote would be inquorate
            consensus | 22 | 1 | 0 | 0 | - | YES | one more +1 and it passes
            consensus | 22 | 0 | 0 | 0 | - | YES | two more +1 and it passes
            consensus | 22 | 2 | 0 | 0 | - | YES | the vote would pass
            consensus | 22 | 3 | 0 | 0 | - | YES | the vote would still pass
            consensus | 22 | 1 | 0 | 0 | - | ABSTAIN | is noted, nothing else
            consensus | 22 | 2 | 0 | 0 | YES | ABSTAIN | two more +1 and it passes
            consensus | 22 | 2 | 0 | 0 | - | NO | objects: the vote would be rejected
            consensus | 22 | 3 | 1 | 0 | - | NO | objects: the vote would still be rejected
            consensus | 22 | 3 | 1 | 0 | - | YES | the vote would still be rejected
            consensus | 22 | 3 | 2 | 0 | NO | YES | the vote would still be rejected
            consensus | 22 | 3 | 1 | 0 | NO | YES | withdraws the objection: the vote would pass
            consensus | 22 | 1 | 1 | 0 | NO | YES | withdraws the objection: one more +1 and it passes
            consensus | 22 | 2 | 1 | 0 | NO | ABSTAIN | withdraws the objection: the vote would be inquorate; one more +1 and it passes
            consensus | 22 | 3 | 0 | 0 | YES | ABSTAIN | the vote would be inquorate; one more +1 and it passes
            lenient | 22 | 0 | 0 | 0 | - | NO | objects; one more +1 and it passes
            lenient | 22 | 1 | 0 | 0 | - | NO | objects: the vote would still pass
            all yes | 22 | 3 | 0 | 0 | - | ABSTAIN | spoils it: every ballot must say +1
            all yes | 22 | 3 | 0 | 1 | - | YES | an abstention spoils it: every ballot must say +1
            all yes | 22 | 3 | 1 | 1 | NO | YES | withdraws the objection; an abstention spoils it: every ballot must say +1
            team | 10 | 2 | 0 | 0 | - | YES | the vote would pass
            team | 10 | 3 | 0 | 0 | - | NO | the vote would be inquorate
            team | 10 | 3 | 1 | 0 | - | NO | completes the quorum: the vote would pass; without your −1 it would be inquorate
            """)
    void theEffectSaysWhatMyBallotWouldChange(
            String rule, int active, int yes, int no, int abstain, String current, Choice mine, String expected) {
        assertThat(Effect.of(
                        rule(rule),
                        new Electorate(active),
                        new Tally(yes, no, abstain),
                        evidence(rule),
                        current.equals("-") ? Optional.empty() : Optional.of(Choice.valueOf(current)),
                        mine))
                .isEqualTo(expected);
    }

    @Test
    void aDecisionFitsOneLine() {
        assertThat(Explanation.decided(new Outcome.Passed(Route.STANDARD), new Tally(17, 2, 1)))
                .isEqualTo("passed, standard route · 17 of 19 yes");
        assertThat(Explanation.decided(new Outcome.Rejected(Route.TIME_OUT), new Tally(3, 3, 0)))
                .isEqualTo("rejected, time-out route · 3 of 6 yes");
        assertThat(Explanation.decided(new Outcome.Inquorate(List.of()), new Tally(3, 3, 1)))
                .isEqualTo("inquorate · 7 took part");
    }

    @Test
    void aRuleReadsLikeTheGovernancePage() {
        assertThat(Explanation.rule(SIXTY)).isEqualTo("60% must take part and 60% of yes and no must say yes");
        assertThat(Explanation.rule(HALF)).isEqualTo("50% must take part and more than 50% of yes and no must say yes");
        assertThat(Explanation.rule(majority("75% plus 1", 5)))
                .isEqualTo("75% and at least five must take part and 75% plus 1 of yes and no must say yes");
        assertThat(Explanation.rule(PLUS_THREE)).isEqualTo("at least three +1 and no −1");
        assertThat(Explanation.rule(new Consensus(13, 2, false))).isEqualTo("at least 13 +1 and at most two −1");
        assertThat(Explanation.rule(TEAM))
                .isEqualTo("at least three +1 and nothing else; or 50% must take part and more than 50% of yes and no"
                        + " must say yes");
    }

    @Test
    void aRequirementIsCountedOrAFact() {
        assertThat(Requirement.values())
                .filteredOn(Requirement::isFact)
                .containsExactly(Requirement.PLANNED_LONGER, Requirement.ENDED, Requirement.PRESENTED);
        assertThat(Requirement.values())
                .extracting(Requirement::label)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(Assessment.of(SIXTY, new Electorate(5), Tally.NONE, END)
                        .routes()
                        .getFirst()
                        .conditions())
                .extracting(Condition::name)
                .containsExactly("take part", "say yes, of those who said yes or no");
    }

    @Test
    void figuresTellOfAMinimumOnlyWhereItIsLessThanTheQuorum() {
        var rule = new Majority(Threshold.parse("more than 50%"), Set.of(Route.TIME_OUT), 5);
        assertThat(Explanation.figures(rule, new Electorate(10)))
                .isEqualTo("With 10 active members: 5 must take part; of 5, 3 must say yes.");
        assertThat(Explanation.figures(rule, new Electorate(12)))
                .isEqualTo(
                        "With 12 active members: 6 must take part; of 6, 4 must say yes; by the time-out route five must"
                                + " take part.");
    }

    @Test
    void figuresSayWhatARuleComesTo() {
        assertThat(Explanation.figures(SIXTY, new Electorate(24)))
                .isEqualTo("With 24 active members: 15 must take part; of 15, 9 must say yes.");
        assertThat(Explanation.figures(PLUS_THREE, new Electorate(24)))
                .isEqualTo("Three +1 and no −1 pass it, however many members there are.");
        assertThat(Explanation.figures(ALL_ROUTES, new Electorate(31)))
                .isEqualTo("With 31 active members: 16 must take part; of 16, 9 must say yes; "
                        + "or eight +1 and no −1 in a vote longer than a week.");
    }

    @Test
    void anExplanationPutsItAllTogether() {
        var electorate = new Electorate(10);
        var tally = new Tally(3, 1, 0);

        var explanation = Explanation.of(TEAM, electorate, tally, END, 6);

        assertThat(explanation.assessment()).isEqualTo(Assessment.of(TEAM, electorate, tally, END));
        assertThat(explanation.headline())
                .isEqualTo(Headline.of(Outlook.of(TEAM, electorate, tally, END, 6), TEAM, tally));
        assertThat(explanation.routes())
                .extracting(RouteExplanation::route)
                .isEqualTo(explanation.assessment().routes());
    }

    private static Rule rule(String name) {
        return switch (name) {
            case "60%" -> SIXTY;
            case "50%" -> HALF;
            case "accelerated", "time-out" -> ALL_ROUTES;
            case "minimum" -> new Majority(Threshold.parse("more than 50%"), Set.of(Route.TIME_OUT), 5);
            case "consensus" -> PLUS_THREE;
            case "lenient" -> new Consensus(1, 1, false);
            case "all yes" -> ALL_YES;
            case "team" -> TEAM;
            case "reversed" -> new AnyOf(List.of(HALF, PLUS_THREE));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Evidence evidence(String rule) {
        return switch (rule) {
            case "accelerated" -> Evidence.atEndOf(Worlds.LONGER);
            case "time-out", "minimum" -> Evidence.timeOutMet(Duration.ofDays(14));
            default -> END;
        };
    }

    private static Majority majority(String threshold, int minimumQuorum) {
        return new Majority(Threshold.parse(threshold), Set.of(), minimumQuorum);
    }
}
