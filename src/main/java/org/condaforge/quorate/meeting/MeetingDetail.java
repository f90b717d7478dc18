package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService.Person;

/// A meeting with all that its minutes say.
///
/// @param minutes the minutes, Markdown
/// @param previous the meeting before, if any
/// @param next the meeting after, if any
public record MeetingDetail(
        LocalDate date,
        String title,
        String minutes,
        String fileName,
        int pullRequestLinks,
        List<Attendee> attendees,
        List<AgendaItem> agendaItems,
        List<ActionItem> actionItems,
        List<Mention> mentions,
        List<String> openVotes,
        List<LocalDate> carriedAgendas,
        List<ThreadLink> threads,
        List<Named> people,
        List<Problem> problems,
        Optional<LocalDate> previous,
        Optional<LocalDate> next) {

    /// Who was there: the name as written, and the member it is, unless a guest.
    public record Attendee(String name, Optional<Person> member) {}

    /// An item of the agenda. `done` is empty where it has no checkbox.
    public record AgendaItem(String section, Optional<Boolean> done, List<String> presenters, String text) {}

    /// Something to be done, and by whom, as written.
    public record ActionItem(boolean done, List<String> owners, String text) {}

    /// A CFEP the minutes speak of, the item in which they do, and the words.
    public record Mention(int proposal, String item, String excerpt) {}

    /// A pull request or an issue the minutes link to (`repository` is owner and name), the item in which they do,
    /// and the words.
    public record ThreadLink(
            String repository, Minutes.ThreadKind kind, int number, String item, String excerpt, int line) {

        /// Where it is.
        public String address() {
            String path = kind == Minutes.ThreadKind.PULL_REQUEST ? "pull" : "issues";
            return "https://github.com/%s/%s/%d".formatted(repository, path, number);
        }
    }

    /// In which place somebody is named.
    public enum Role {
        PRESENTER,
        OWNER,
        MENTIONED
    }

    /// Somebody the minutes name: as written (initials, a name, `@login`), and the member it is where that is clear;
    /// with the item and its words.
    public record Named(Role role, String written, Optional<Person> member, String item, String excerpt, int line) {}

    /// What could not be understood, with its line.
    public record Problem(int line, String message) {}

    /// The numbers of the CFEPs it spoke of, ascending.
    public List<Integer> proposals() {
        return mentions.stream().map(Mention::proposal).distinct().sorted().toList();
    }
}
