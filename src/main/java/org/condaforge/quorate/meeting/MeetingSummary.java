package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;

/// A meeting in a list.
///
/// @param members how many of core attended
/// @param guests how many others attended
/// @param proposals the numbers of the CFEPs it spoke of, ascending
/// @param actionsOpen how many of its action items were not done
public record MeetingSummary(
        LocalDate date,
        String title,
        int members,
        int guests,
        List<Integer> proposals,
        int agendaItems,
        int actionItems,
        int actionsOpen) {}
