package org.condaforge.quorate.rule;

import java.time.Duration;

/// What is known of a vote besides its tally.
///
/// @param planned the period from the opening to the end that was set
/// @param open how long ballots were taken
/// @param ended whether that end has come
/// @param presented whether it was presented at a core meeting, on or after the opening and before the end
/// @param chat announcements on chat
/// @param mail announcements by mail
public record Evidence(Duration planned, Duration open, boolean ended, boolean presented, Notices chat, Notices mail) {

    /// At the end of a vote of that period, of which nothing else is known.
    public static Evidence atEndOf(Duration planned) {
        return new Evidence(planned, planned, true, false, Notices.NONE, Notices.NONE);
    }

    /// Everything the time-out route asks for, for a vote of that period; open 14 days if the period is
    /// shorter.
    public static Evidence timeOutMet(Duration planned) {
        var fortnight = Duration.ofDays(14);
        var open = planned.compareTo(fortnight) < 0 ? fortnight : planned;
        return new Evidence(planned, open, true, true, Notices.ALL, Notices.ALL);
    }
}
