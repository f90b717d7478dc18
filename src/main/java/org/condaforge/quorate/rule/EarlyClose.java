package org.condaforge.quorate.rule;

import java.time.Duration;

/// When a vote may close before its end because it would pass ("closing early once it would pass" of the page
/// plus-three). Rejecting is never early: whoever is against may still change a ballot, and time can bring support.
public final class EarlyClose {

    private EarlyClose() {}

    /// Whether a vote whose item allows it closes now. A consensus does as soon as it is reached: enough say yes and
    /// nobody says no, however many have not voted; its minimum period is the time to object. A majority does when
    /// it passes and no ballot that is still out can change that, the cast ones standing as they are. Of several
    /// rules it is enough that one of them does.
    ///
    /// @param planned from the opening to the end that was set
    /// @param mayStillVote how many may vote and have not
    public static boolean passes(Rule rule, Electorate electorate, Tally tally, Duration planned, int mayStillVote) {
        var evidence = new Evidence(planned, planned, false, false, Notices.NONE, Notices.NONE);
        return passes(rule, electorate, tally, evidence, mayStillVote);
    }

    private static boolean passes(Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote) {
        return switch (rule) {
            case Consensus consensus ->
                Assessment.of(consensus, electorate, tally, evidence).passes();
            case Majority majority -> {
                var outlook = Outlook.of(majority, electorate, tally, evidence, mayStillVote);
                yield outlook.atEnd().passes() && outlook.settled();
            }
            case AnyOf(var rules) ->
                rules.stream().anyMatch(one -> passes(one, electorate, tally, evidence, mayStillVote));
        };
    }
}
