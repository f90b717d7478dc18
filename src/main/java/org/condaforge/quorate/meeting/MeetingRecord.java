package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;

/// What the minutes of a meeting say, without their text: what a list of records holds.
///
/// @param proposals the numbers of the CFEPs it spoke of, ascending
public record MeetingRecord(
        LocalDate date,
        String title,
        int pullRequestLinks,
        List<MeetingDetail.Attendee> attendees,
        List<MeetingDetail.AgendaItem> agendaItems,
        List<MeetingDetail.ActionItem> actionItems,
        List<Integer> proposals,
        List<String> openVotes,
        List<LocalDate> carriedAgendas,
        List<MeetingDetail.ThreadLink> threads,
        List<MeetingDetail.Named> people,
        List<MeetingDetail.Problem> problems) {

    static MeetingRecord of(MeetingDetail meeting) {
        return new MeetingRecord(
                meeting.date(),
                meeting.title(),
                meeting.pullRequestLinks(),
                meeting.attendees(),
                meeting.agendaItems(),
                meeting.actionItems(),
                meeting.proposals(),
                meeting.openVotes(),
                meeting.carriedAgendas(),
                meeting.threads(),
                meeting.people(),
                meeting.problems());
    }
}
