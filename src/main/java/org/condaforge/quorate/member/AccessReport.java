package org.condaforge.quorate.member;

import java.util.List;

/// What came of a file that says who holds what.
///
/// @param systems how many systems were added
/// @param grants how many grants were recorded
/// @param unchanged how many rows said what was known
/// @param problems what was left out and why, by line
public record AccessReport(int systems, int grants, int unchanged, List<Problem> problems) {

    public AccessReport {
        problems = List.copyOf(problems);
    }

    /// Something that was left out, or kept as it was.
    ///
    /// @param line from 1
    public record Problem(int line, String message) {}
}
