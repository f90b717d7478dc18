package org.condaforge.quorate.policy;

import java.time.Duration;
import java.util.Optional;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;

/// A worked example of a page: a tally and what the page says becomes of it.
///
/// @param active the active members of the roster
/// @param period the planned period
/// @param timeOutMet whether everything was done that a time-out asks for; the vote then was open for two weeks even
/// where
///     its period is shorter
/// @param outcome `passed`, `rejected` or `inquorate`
/// @param route how it was decided; empty exactly for `inquorate`
/// @param why the page's remark, may be empty
/// @param line the line of its row on the page, from 1
public record Example(
        int active,
        Tally tally,
        Duration period,
        boolean timeOutMet,
        String outcome,
        Optional<Route> route,
        String why,
        int line) {

    /// What the rule makes of the example's tally.
    public Assessment assess(Rule rule) {
        var evidence = timeOutMet ? Evidence.timeOutMet(period) : Evidence.atEndOf(period);
        return Assessment.of(rule, new Electorate(active), tally, evidence);
    }

    /// Whether the rule comes to the outcome and the route that the page states.
    public boolean agreesWith(Rule rule) {
        var assessed = assess(rule).outcome();
        return assessed.label().equals(outcome) && assessed.decidedBy().equals(route);
    }
}
