package org.condaforge.quorate.member;

import java.util.List;

/// What came of roster files.
///
/// @param entries one for each person in them, and for each who changed because they are not
/// @param problems what was left out, or reads oddly
public record RosterReport(List<Entry> entries, List<Problem> problems) {

    public RosterReport {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /// A member.
    ///
    /// @param file the newest file that told of them
    public record Entry(String file, String login, MemberService.Change change) {}

    /// Something that was left out, or reads oddly.
    ///
    /// @param line from 1; 0 for the file as a whole
    /// @param refused whether something was left out because of it
    public record Problem(String file, int line, String message, boolean refused) {}
}
