package org.condaforge.quorate.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingReader;
import org.condaforge.quorate.meeting.MeetingRecord;
import org.condaforge.quorate.meeting.Minutes;
import org.condaforge.quorate.member.MemberService.Person;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Meetings as their minutes tell of them.
@RestController
class MeetingController {

    /// A meeting. Attendees are named as the minutes write them; `members` are the logins of those who are of core,
    /// `guests` the others.
    record Answer(
            LocalDate date,
            String title,
            List<String> attendees,
            List<String> members,
            List<String> guests,
            List<Integer> cfeps,
            List<String> openVotes,
            List<AgendaItem> agendaItems,
            List<ActionItem> actionItems,
            int pullRequestLinks,
            List<LocalDate> carriedAgendas,
            List<ThreadLink> links,
            List<Named> people,
            List<Problem> problems) {}

    /// An item of the agenda; `done` is null where it has no checkbox.
    record AgendaItem(String section, Optional<Boolean> done, List<String> presenters, String text) {}

    /// Something to be done, and by whom, as written.
    record ActionItem(boolean done, List<String> owners, String text) {}

    /// A linked pull request (`pull`) or issue (`issue`) of a repository on GitHub, once for each item that links to
    /// it.
    record ThreadLink(String repository, String kind, int number, String item, int line) {}

    /// Somebody an item names, as written; the login is null where it is not clear whom of core that means.
    record Named(String role, String written, Optional<String> login, String item, int line) {}

    /// What could not be understood, with its line.
    record Problem(int line, String message) {}

    private final MeetingReader meetings;

    MeetingController(MeetingReader meetings) {
        this.meetings = meetings;
    }

    /// Newest first.
    @GetMapping("/api/v1/meetings")
    Listing<Answer> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = Query.ofList(parameters, "year");
        return Listing.of(meetings.list(query.number("year", 1000, 9999), query.page()), MeetingController::answer);
    }

    @GetMapping("/api/v1/meetings/{date}")
    Answer meeting(@PathVariable String date, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        LocalDate wanted = Query.date("date", date);
        return meetings.find(wanted)
                .map(MeetingController::answer)
                .orElseThrow(() -> Refusal.notFound("There are no minutes of a meeting on %s.".formatted(wanted)));
    }

    static Answer answer(MeetingRecord meeting) {
        return new Answer(
                meeting.date(),
                meeting.title(),
                meeting.attendees().stream().map(MeetingDetail.Attendee::name).toList(),
                meeting.attendees().stream()
                        .flatMap(a -> a.member().stream())
                        .map(Person::login)
                        .distinct()
                        .toList(),
                meeting.attendees().stream()
                        .filter(a -> a.member().isEmpty())
                        .map(MeetingDetail.Attendee::name)
                        .toList(),
                meeting.proposals(),
                meeting.openVotes(),
                meeting.agendaItems().stream()
                        .map(i -> new AgendaItem(i.section(), i.done(), i.presenters(), i.text()))
                        .toList(),
                meeting.actionItems().stream()
                        .map(i -> new ActionItem(i.done(), i.owners(), i.text()))
                        .toList(),
                meeting.pullRequestLinks(),
                meeting.carriedAgendas(),
                meeting.threads().stream().map(MeetingController::link).toList(),
                meeting.people().stream().map(MeetingController::named).toList(),
                meeting.problems().stream()
                        .map(p -> new Problem(p.line(), p.message()))
                        .toList());
    }

    private static ThreadLink link(MeetingDetail.ThreadLink link) {
        String kind = link.kind() == Minutes.ThreadKind.PULL_REQUEST ? "pull" : "issue";
        return new ThreadLink(link.repository(), kind, link.number(), link.item(), link.line());
    }

    private static Named named(MeetingDetail.Named named) {
        return new Named(
                named.role().name().toLowerCase(Locale.ROOT),
                named.written(),
                named.member().map(Person::login),
                named.item(),
                named.line());
    }
}
