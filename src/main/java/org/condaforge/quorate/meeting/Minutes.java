package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The minutes of one meeting as their file tells them. All lines are counted from 1, all texts are plain text, and all
/// lists are in the order of the file.
///
/// @param date the day of the meeting
/// @param title the dated main heading; without one the title of the front matter, the first main heading or the date
/// @param attendees everyone listed; placeholders and template rows are left out
/// @param agendaItems the first-level items of the meeting's own agenda, of all its sections
/// @param openVotes what stands under "Active votes" and under the standing item "open votes", ticked or not
/// @param actionItems every item with a checkbox under a heading on TODOs or action items, at any depth
/// @param mentions CFEP numbers, once for each item (or heading) that has them
/// @param votes votes on a CFEP for which the file states an end
/// @param carriedAgendas dates of earlier agendas that are pasted into the file
/// @param pullRequestLinks number of different pull requests and issues on GitHub that are linked
/// @param threads those links, once for each item that has them
/// @param people who is named by `@login`, or by the initials of an attendee, once for each item that does
/// @param problems what was not understood
public record Minutes(
        LocalDate date,
        String title,
        List<Attendee> attendees,
        List<AgendaItem> agendaItems,
        List<String> openVotes,
        List<ActionItem> actionItems,
        List<Mention> mentions,
        List<StatedVote> votes,
        List<LocalDate> carriedAgendas,
        int pullRequestLinks,
        List<ThreadLink> threads,
        List<PersonMention> people,
        List<Problem> problems) {

    public Minutes {
        attendees = List.copyOf(attendees);
        agendaItems = List.copyOf(agendaItems);
        openVotes = List.copyOf(openVotes);
        actionItems = List.copyOf(actionItems);
        mentions = List.copyOf(mentions);
        votes = List.copyOf(votes);
        carriedAgendas = List.copyOf(carriedAgendas);
        threads = List.copyOf(threads);
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /// A person who was there.
    ///
    /// @param name as written
    /// @param login on GitHub, without `@`
    /// @param initials as the minutes use them for presenters and owners
    public record Attendee(String name, Optional<String> login, Optional<String> initials, int line) {}

    /// A point of the agenda.
    ///
    /// @param section `standing`, `previous`, `new`, `pushed`, `votes`, `cfeps`, the text of another heading
    /// or bold line, or `topics` where the headings themselves are the points
    /// @param done whether its box is ticked; absent without a box
    /// @param presenters initials or names as written, one by one
    /// @param text its own line without bullet, box and presenters; empty if only a presenter stands there
    public record AgendaItem(String section, Optional<Boolean> done, List<String> presenters, String text, int line) {

        public AgendaItem {
            presenters = List.copyOf(presenters);
        }
    }

    /// Something that somebody was to do.
    ///
    /// @param done whether its box is ticked
    /// @param owners what stands in parentheses at its start, one by one, as written
    /// @param text its own line without bullet, box and owners
    public record ActionItem(boolean done, List<String> owners, String text, int line) {

        public ActionItem {
            owners = List.copyOf(owners);
        }
    }

    /// A place at which a CFEP is named.
    ///
    /// @param cfep the number
    /// @param item the first-level item around it, or the heading if there is none
    /// @param excerpt the text around it, at most 200 characters, only whole words unless one is longer
    public record Mention(int cfep, String item, String excerpt, int line) {}

    /// A vote on a CFEP that has an end, as the file says it: a claim, not a fact.
    ///
    /// @param cfep the number
    /// @param endsOn the last day
    /// @param excerpt the text around the date, as in [Mention]
    public record StatedVote(int cfep, LocalDate endsOn, String excerpt, int line) {}

    /// What a link to GitHub leads to.
    public enum ThreadKind {
        PULL_REQUEST,
        ISSUE
    }

    /// A link to a pull request or an issue.
    ///
    /// @param repository owner and name as written: `grove/oak`
    /// @param item as in [Mention]
    /// @param excerpt the beginning of its line, as in [Mention]
    public record ThreadLink(String repository, ThreadKind kind, int number, String item, String excerpt, int line) {}

    /// A place at which a person is named.
    ///
    /// @param written `@login` or initials
    /// @param item as in [Mention]
    /// @param excerpt the beginning of its line, as in [Mention]
    public record PersonMention(String written, String item, String excerpt, int line) {}

    /// What was not understood.
    ///
    /// @param message a sentence
    public record Problem(int line, String message) {}
}
