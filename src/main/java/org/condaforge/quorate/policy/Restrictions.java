package org.condaforge.quorate.policy;

import java.time.Duration;
import java.util.List;

/// What an item asks of whoever calls a vote on it, and of whoever votes no.
///
/// @param minimumPeriod the shortest period, the policy's own where the item states none; may be longer than the
///     policy's default period, which then is not long enough
/// @param meetingInPeriod whether a meeting must fall inside the period
/// @param justification whether the caller has to give reasons
/// @param asksFor further things the caller has to state, such as the source of funds, as the page words them
/// @param noNeedsComment whether a no without a comment is refused
/// @param earlyClose whether the vote may close before its end as soon as it would pass
public record Restrictions(
        Duration minimumPeriod,
        boolean meetingInPeriod,
        boolean justification,
        List<String> asksFor,
        boolean noNeedsComment,
        boolean earlyClose) {

    public Restrictions {
        asksFor = List.copyOf(asksFor);
    }
}
