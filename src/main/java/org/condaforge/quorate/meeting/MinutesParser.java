package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.condaforge.quorate.meeting.Outline.Section;
import org.condaforge.quorate.proposal.MarkdownBlocks;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.WrittenDate;

/// Reads minutes in the forms in which they have been written since 2016. A pure function: text in, record out, in a
/// time that grows as the text does.
public final class MinutesParser {

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_BYTES = 16_000_000;
    private static final int LONGEST_TITLE = 300;

    private static final Pattern NO_VOTE = Pattern.compile("(?i)none\\b.*");

    private final String fileName;
    private final Outline outline;
    private final List<Minutes.Problem> problems = new ArrayList<>();

    private MinutesParser(String fileName, Outline outline) {
        this.fileName = fileName;
        this.outline = outline;
    }

    /// Reads the file `fileName` (a path will do) with the content `markdown`. The date comes from the first dated main
    /// heading, else from the title in the front matter, else from the file's name; a heading and a
    /// name that disagree are a problem of the result, and the heading counts.
    ///
    /// @throws UnreadableMinutes if there is no date in any of these places, or far more than people write
    public static Minutes parse(String markdown, String fileName) throws UnreadableMinutes {
        if (bytes(markdown) > MOST_BYTES) {
            throw new UnreadableMinutes(
                    1, "Minutes have at most %,d bytes; import a shorter file.".formatted(MOST_BYTES));
        }
        long lines = markdown.lines().count();
        if (lines > MarkdownBlocks.MOST_LINES) {
            throw new UnreadableMinutes(
                    MarkdownBlocks.MOST_LINES + 1,
                    "The file has %,d lines; minutes have at most %,d. Import a shorter one."
                            .formatted(lines, MarkdownBlocks.MOST_LINES));
        }
        return new MinutesParser(fileName, Outline.of(markdown)).read();
    }

    /// How long the text is in UTF-8.
    private static long bytes(String text) {
        long bytes = text.length();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }

    private Minutes read() throws UnreadableMinutes {
        var dated = titleOf();
        var date = date(dated);
        var own = ownSections(date);
        var attendees = few("attendees", AttendeeList.read(outline, problems), Minutes.Attendee::line);
        var agenda = few("items on the agenda", Agenda.read(outline, own), Minutes.AgendaItem::line);
        var actions = few("action items", actionItems(), Minutes.ActionItem::line);
        if (agenda.isEmpty()) {
            problem(1, "There is no agenda under headings that are known.");
        }
        var mentions = new Mentions(outline);
        var cfeps = few("mentions of CFEPs", mentions.cfeps(), Minutes.Mention::line);
        var threads = few("links", mentions.threads(), Minutes.ThreadLink::line);
        var people = few("mentions of people", mentions.people(attendees), Minutes.PersonMention::line);
        var votes = mentions.votes(problems);
        var title = title(dated, date);
        Oversights.report(outline, attendees, problems);
        problems.sort(Comparator.comparingInt(Minutes.Problem::line));
        return new Minutes(
                date,
                title,
                attendees,
                agenda,
                openVotes(own),
                actions,
                cfeps,
                votes,
                carriedAgendas(date),
                mentions.differentThreads(),
                threads,
                people,
                problems);
    }

    /// The dated main heading; not one of pasted minutes below those whose title is in the front matter.
    private Optional<Section> titleOf() {
        boolean titled = Optional.ofNullable(outline.frontMatter().get("title"))
                .flatMap(MinutesParser::dateIn)
                .isPresent();
        return outline.sections().stream()
                .takeWhile(section -> !titled || section.level() <= 1)
                .filter(section -> section.level() == 1
                        && WrittenDate.firstIn(section.heading()).isPresent())
                .findFirst();
    }

    /// `found`, unless there is more of it than people write.
    private static <T> List<T> few(String what, List<T> found, ToIntFunction<T> line) throws UnreadableMinutes {
        if (found.size() > MOST_ENTRIES) {
            throw new UnreadableMinutes(
                    line.applyAsInt(found.get(MOST_ENTRIES)),
                    "The file has %,d %s; minutes have at most %,d. Import a shorter one."
                            .formatted(found.size(), what, MOST_ENTRIES));
        }
        return found;
    }

    private LocalDate date(Optional<Section> dated) throws UnreadableMinutes {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var ofFile = dateIn(name.replaceFirst("\\.(?:md|markdown)$", ""));
        var ofTitle = dated.flatMap(section -> dateIn(section.heading()))
                .or(() ->
                        Optional.ofNullable(outline.frontMatter().get("title")).flatMap(MinutesParser::dateIn));
        if (ofTitle.isPresent() && ofFile.isPresent() && !ofTitle.equals(ofFile)) {
            problem(
                    dated.map(section -> section.first() + 1).orElse(1),
                    "The title says " + ofTitle.get() + ", the name of the file " + ofFile.get()
                            + "; the title counts.");
        }
        return ofTitle.or(() -> ofFile)
                .orElseThrow(() -> new UnreadableMinutes(
                        1, "Neither a main heading nor the front matter nor the name of the file has a date."));
    }

    private String title(Optional<Section> dated, LocalDate date) {
        return dated.map(Section::heading)
                .or(() -> Optional.ofNullable(outline.frontMatter().get("title")))
                .or(() -> outline.sections().stream()
                        .filter(section -> section.level() == 1)
                        .map(Section::heading)
                        .findFirst())
                .filter(title -> !title.isBlank())
                .map(title ->
                        cut(title, dated.map(section -> section.first() + 1).orElse(1)))
                .orElse(date.toString());
    }

    private String cut(String title, int line) {
        if (title.length() > LONGEST_TITLE) {
            problem(line, "The title is longer than %d characters and was cut.".formatted(LONGEST_TITLE));
        }
        return PlainText.beginning(title, LONGEST_TITLE);
    }

    /// The sections that do not belong to an agenda of another date that was pasted into the file.
    private List<Section> ownSections(LocalDate date) {
        var own = new ArrayList<Section>();
        boolean carried = false;
        for (var section : outline.sections()) {
            if (Agenda.isAgenda(section)) {
                carried = dateIn(section.heading())
                        .filter(other -> !other.equals(date))
                        .isPresent();
            }
            if (!carried) {
                own.add(section);
            }
        }
        return own;
    }

    private List<LocalDate> carriedAgendas(LocalDate date) {
        return outline.sections().stream()
                .filter(Agenda::isAgenda)
                .flatMap(section -> dateIn(section.heading()).stream())
                .filter(other -> !other.equals(date))
                .distinct()
                .toList();
    }

    private List<String> openVotes(List<Section> own) throws UnreadableMinutes {
        var votes = new ArrayList<ItemLine>();
        own.stream()
                .filter(Agenda::isVotes)
                .findFirst()
                .or(() -> outline.sections().stream().filter(Agenda::isVotes).findFirst())
                .ifPresent(section -> votes.addAll(section.firstLevel()));
        for (var section : own) {
            if (section.isWithin(Agenda::isActionItems) || Agenda.isVotes(section)) {
                continue;
            }
            section.firstLevel().stream()
                    .filter(item -> Agenda.isVotes(item.point().text()))
                    .forEach(item -> votes.addAll(section.below(item)));
        }
        return few("open votes", votes, ItemLine::line).stream()
                .sorted(Comparator.comparingInt(ItemLine::line))
                .map(ItemLine::text)
                .filter(text -> !NO_VOTE.matcher(text).matches())
                .toList();
    }

    private List<Minutes.ActionItem> actionItems() {
        var actions = new ArrayList<Minutes.ActionItem>();
        for (var section : outline.sections()) {
            if (section.isWithin(Agenda::isActionItems)) {
                for (var item : section.items()) {
                    item.done().ifPresent(done -> {
                        var action = item.action();
                        actions.add(new Minutes.ActionItem(
                                done, ItemLine.owners(action.people()), action.text(), item.line()));
                    });
                }
            }
        }
        return actions;
    }

    private void problem(int line, String message) {
        problems.add(new Minutes.Problem(line, message));
    }

    static Optional<LocalDate> dateIn(String text) {
        return WrittenDate.firstIn(text).map(WrittenDate::date);
    }
}
