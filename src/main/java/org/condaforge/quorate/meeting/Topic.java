package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.proposal.PlainText;

/// A first-level item with everything below it, or a heading with the text that belongs to no item.
///
/// @param section in which it stands
/// @param text of the item or the heading, plain
/// @param lines indices of its lines, its own first
record Topic(Outline.Section section, String text, List<Integer> lines) {

    static final int LONGEST_NAME = 1_000;

    /// Its text as others refer to it.
    String name() {
        return PlainText.beginning(text, LONGEST_NAME);
    }

    /// All topics of a text, in its order.
    static List<Topic> in(Outline outline) {
        var topics = new ArrayList<Topic>();
        for (var section : outline.sections()) {
            topics.addAll(in(section, outline));
        }
        return topics;
    }

    /// The CFEPs it is about: those its own line names, else all below it.
    List<Integer> cfeps(Outline outline) {
        var own = lines.isEmpty() ? List.<Integer>of() : numbers(outline, lines.subList(0, 1));
        return own.isEmpty() ? numbers(outline, lines) : own;
    }

    private static List<Integer> numbers(Outline outline, List<Integer> lines) {
        var numbers = new TreeSet<Integer>();
        for (int at : lines) {
            CfepReference.in(outline.lines().get(at)).forEach(reference -> numbers.add(reference.number()));
        }
        return List.copyOf(numbers);
    }

    private static List<Topic> in(Outline.Section section, Outline outline) {
        var heading = new Topic(section, section.heading(), new ArrayList<>());
        var topics = new ArrayList<>(List.of(heading));
        if (section.first() >= 0) {
            heading.lines().add(section.first());
        }
        var starts = section.firstLevel().iterator();
        var next = starts.hasNext() ? starts.next() : null;
        var current = heading;
        boolean actions = section.isWithin(Agenda::isActionItems);
        boolean blankBefore = false;
        for (int at = section.first() + 1; at < section.end(); at++) {
            var line = outline.lines().get(at);
            if (next != null && next.line() == at + 1) {
                current = new Topic(section, (actions ? next.action() : next.point()).text(), new ArrayList<>());
                topics.add(current);
                next = starts.hasNext() ? starts.next() : null;
            } else if (blankBefore && !line.isBlank() && isFlush(line)) {
                current = heading;
            }
            if (outline.kinds().get(at) != Outline.Kind.HIDDEN) {
                current.lines().add(at);
            }
            blankBefore = line.isBlank();
        }
        return topics;
    }

    private static boolean isFlush(String line) {
        return !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '\u00a0';
    }
}
