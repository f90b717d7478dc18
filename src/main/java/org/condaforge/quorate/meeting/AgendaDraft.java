package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.WrittenLine;

/// What goes into the agenda of a meeting. All texts are plain text; each part makes its own such that it is read back
/// as it is: without line breaks, and not longer than people write.
///
/// @param standing what is on every agenda
/// @param previous what earlier meetings left unfinished
/// @param fresh new items; empty rows for more are written below them
/// @param pushed what was put off to the next meeting
/// @param votes those that take ballots
/// @param cfeps those under discussion
/// @param todos open action items, by the day that first had them
public record AgendaDraft(
        LocalDate date,
        List<Point> standing,
        List<Point> previous,
        List<Point> fresh,
        List<Point> pushed,
        List<OpenVote> votes,
        List<OpenCfep> cfeps,
        List<Todos> todos) {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_NAMES = 10;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[()/,&+]|\\s(?:via|and)(?=\\s)");
    private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9_./%#?=:@+-]{1,90}");

    /// What "open votes" lists when there are none.
    private static final Pattern NO_VOTE = Pattern.compile("(?i)none\\b.*");

    public AgendaDraft {
        standing = standing.stream().filter(Point::says).toList();
        previous = previous.stream().filter(Point::says).toList();
        fresh = fresh.stream().filter(Point::says).toList();
        pushed = pushed.stream().filter(Point::says).toList();
        votes = votes.stream().filter(vote -> !vote.text().isEmpty()).toList();
        cfeps = List.copyOf(cfeps);
        todos = todos.stream().filter(group -> !group.items().isEmpty()).toList();
    }

    /// The main heading.
    public String title() {
        return date + " core meeting";
    }

    /// An item with a box.
    ///
    /// @param presenters initials, logins or names, one by one
    public record Point(boolean done, List<String> presenters, String text) {

        public Point {
            presenters = names(presenters);
            text = WrittenLine.tidy(text);
        }

        private boolean says() {
            return !text.isEmpty() || !presenters.isEmpty();
        }
    }

    /// A vote that takes ballots.
    ///
    /// @param notes until when, and what it needs
    public record OpenVote(String text, List<String> notes) {

        public OpenVote {
            String tidy = WrittenLine.tidy(text);
            text = NO_VOTE.matcher(tidy).matches() ? WrittenLine.tidy("Vote: " + tidy) : tidy;
            notes = tidyNotes(notes.stream());
        }
    }

    /// A proposal under discussion.
    ///
    /// @param link where it is discussed; an address of a kind that Markdown cannot hold is left out
    /// @param notes its status, and when it was last spoken of
    public record OpenCfep(int number, String title, Optional<String> link, List<String> notes) {

        public OpenCfep {
            title = WrittenLine.tidy(title);
            link = link.filter(address -> LINK.matcher(address).matches());
            notes = tidyNotes(notes.stream());
        }

        /// As it is called.
        public String label() {
            return "cfep-%02d".formatted(number);
        }
    }

    /// The action items that a day was the first to have.
    public record Todos(LocalDate since, List<Todo> items) {

        public Todos {
            items = items.stream().filter(Todo::says).toList();
        }
    }

    /// An action item.
    ///
    /// @param owners logins, names or initials, one by one
    public record Todo(boolean done, List<String> owners, String text, List<String> notes) {

        public Todo {
            owners = names(owners);
            text = WrittenLine.tidy(text);
            notes = tidyNotes(notes.stream());
        }

        private boolean says() {
            return !text.isEmpty() || !owners.isEmpty();
        }
    }

    /// Names as the mark in front of an item can hold them, one by one.
    private static List<String> names(List<String> written) {
        return written.stream()
                .flatMap(name -> BETWEEN_NAMES.splitAsStream(WrittenLine.unbroken(name)))
                .map(name -> PlainText.beginning(name.strip(), LONGEST_NAME).strip())
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMES)
                .toList();
    }

    private static List<String> tidyNotes(Stream<String> notes) {
        return notes.map(WrittenLine::tidy).filter(note -> !note.isEmpty()).toList();
    }
}
