package org.condaforge.quorate.meeting;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.condaforge.quorate.proposal.MarkdownBlocks;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.WrittenDate;

/// Tells which lines of the minutes look as if they should have been more than text, and are not.
final class Oversights {

    private static final int MOST = 200;
    private static final Pattern ODD_BOX = Pattern.compile(
            "[\\s\\u00a0]*+(?:[*+-][\\s\\u00a0]++)?\\[(?:|[xX][\\s\\u00a0]|[\\s\\u00a0]{2,3}|[\\s\\u00a0][xX]|[vV✓✔~/oO-]|[ xX](?=\\][^\\s\\u00a0(\\[]))\\](?![(\\[]).*");
    private static final Pattern BOX_AND_NAME =
            Pattern.compile("[\\s\\u00a0]*+(?:[*+-][\\s\\u00a0]++)?\\[[ xX]\\]\\(\\p{Lu}{2,4}\\).*");
    private static final Pattern ODD_BULLET =
            Pattern.compile("[\\s\\u00a0]*+(?:[*+-]\\[[ xX]\\]|[•‣◦▪●][\\s\\u00a0]|[–—·][\\s\\u00a0]++\\[[ xX]\\]).*");
    private static final Pattern ODD_HEADING = Pattern.compile(
            "(?i)#{1,6}(?:attendees|agenda|standing items|from previous|your |new |active votes|cfeps?|pushed to|todos?|action items"
                    + "|check in)\\b.*");
    private static final Pattern NUMBERED_BOX =
            Pattern.compile("[\\s\\u00a0]*+\\d{1,3}[.)][\\s\\u00a0]++\\[[ xX\\u00a0]\\][\\s\\u00a0]++\\S.*");
    private static final Pattern PRESENTED =
            Pattern.compile("(?:\\(\\p{Lu}{2,4}(?:/\\p{Lu}{2,4})?\\)|\\[\\p{Lu}{2,4}\\](?![(\\[])):?\\s++\\S.*");
    private static final Pattern ODD_ATTENDEES = Pattern.compile(
            "(?i)[*_#\\s]{0,8}(?:attend[ae]nce|attendies|attendes|participants|present)(?::|[*_]{2}).*");

    private final Outline outline;
    private final List<Minutes.Problem> problems;
    private int more;

    private Oversights(Outline outline, List<Minutes.Problem> problems) {
        this.outline = outline;
        this.problems = problems;
    }

    /// Adds them to `problems`, and keeps these to a number that somebody reads.
    static void report(Outline outline, List<Minutes.Attendee> attendees, List<Minutes.Problem> problems) {
        var reader = new Oversights(outline, problems);
        for (int at : outline.unclosed()) {
            reader.problem(at + 1, "A code block begins here and nothing ends it; no item is read from it.");
        }
        reader.lines(attendees.isEmpty());
        reader.tables(attendees);
        reader.agendas();
        reader.secondAttendees();
        reader.actionsWithoutBox();
        reader.tooManyPeople();
        reader.limit();
    }

    private void lines(boolean nobody) {
        for (int at = 0; at < outline.lines().size(); at++) {
            var line = outline.lines().get(at);
            if (line.length() > MarkdownBlocks.WIDEST_LINE || PlainText.isTangled(line)) {
                problem(
                        at + 1,
                        "The line is too long or has too many marks to be read as Markdown; it is kept as written.");
            } else if (outline.kinds().get(at) == Outline.Kind.TEXT) {
                oddLine(line, at + 1, nobody);
            }
        }
    }

    private void oddLine(String line, int number, boolean nobody) {
        if (ODD_BOX.matcher(line).matches() || BOX_AND_NAME.matcher(line).matches()) {
            problem(number, "What stands here is nearly a checkbox; write [ ] or [x] and a space behind it.");
        } else if (NUMBERED_BOX.matcher(line).matches()) {
            problem(number, "A numbered line with a checkbox is no item; begin it with * or - instead.");
        } else if (ODD_BULLET.matcher(line).matches()) {
            problem(number, "What stands here is nearly a bullet; write * or - and a space behind it.");
        } else if (ODD_HEADING.matcher(line).matches()) {
            problem(number, "What stands here is nearly a heading; write a space behind the #.");
        } else if (PRESENTED.matcher(line).matches()) {
            problem(number, "This names who presents it, but is no item; begin it with * or -.");
        } else if (nobody && ODD_ATTENDEES.matcher(line).matches()) {
            problem(number, "This may be a list of attendees; call it “Attendees”.");
        }
    }

    private void tables(List<Minutes.Attendee> attendees) {
        var people = new BitSet();
        attendees.forEach(attendee -> people.set(attendee.line() - 1));
        outline.sections().stream()
                .filter(section -> Agenda.isAttendees(section.heading()))
                .forEach(section -> people.set(section.first() + 1, section.end()));
        outline.tables().forEach((at, table) -> {
            int end = table.getSourceSpans().getLast().getLineIndex();
            int next = people.nextSetBit(at);
            if (next < 0 || next > end) {
                problem(at + 1, "This table does not list attendees; it is kept as text.");
            }
        });
    }

    private void agendas() {
        for (var section : outline.sections()) {
            var heading = section.heading().toLowerCase(Locale.ROOT);
            if (heading.length() > Agenda.LONGEST_LABEL && !section.items().isEmpty()) {
                problem(section.first() + 1, "The heading is long; as a section of the agenda its name is cut.");
            }
            if (heading.matches("agenda\\b.*\\d{4}.*")
                    && WrittenDate.firstIn(heading).isEmpty()) {
                problem(
                        section.first() + 1,
                        "The agenda has a date that no calendar knows; its items count as today's.");
            }
        }
    }

    private void secondAttendees() {
        outline.sections().stream()
                .filter(section -> section.heading().toLowerCase(Locale.ROOT).startsWith("attendees"))
                .skip(1)
                .filter(section -> !section.items().isEmpty())
                .forEach(section -> problem(section.first() + 1, "A second list of attendees; the first one counts."));
    }

    /// Bullets among action items that have no box and nothing with a box below them.
    private void actionsWithoutBox() {
        for (var section : outline.sections()) {
            if (!section.isWithin(Agenda::isActionItems)) {
                continue;
            }
            var items = section.items();
            int least = items.stream().mapToInt(ItemLine::indent).min().orElse(0);
            for (int at = 0; at < items.size(); at++) {
                var item = items.get(at);
                boolean firstBelow = at + 1 < items.size() && items.get(at + 1).isBelow(item);
                boolean below = item.indent() >= least + 2;
                if (item.done().isEmpty()
                        && !below
                        && !(firstBelow && items.get(at + 1).done().isPresent())
                        && WrittenDate.firstIn(item.rest()).isEmpty()) {
                    problem(item.line(), "This stands among action items and has no checkbox; it is kept as text.");
                }
            }
        }
    }

    private void tooManyPeople() {
        outline.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(ItemLine::hasTooManyPeople)
                .forEach(item ->
                        problem(item.line(), "What stands here in front is too long for names; it is kept as text."));
    }

    private void problem(int line, String message) {
        if (problems.size() < MOST) {
            problems.add(new Minutes.Problem(line, message));
        } else {
            more++;
        }
    }

    private void limit() {
        if (more > 0) {
            problems.add(new Minutes.Problem(1, "%,d more lines were not understood.".formatted(more)));
        }
    }
}
