package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.meeting.Outline.Section;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.WrittenDate;
import org.jspecify.annotations.Nullable;

/// Reads the points of the meeting's own agenda. Since 2019 they stand under headings that say so. Before, they
/// stood under bold lines ("New items"), under any heading, or just below the title; and where a heading has
/// nothing but prose below it, the heading was the point.
final class Agenda {

    private static final String NAMELESS = "agenda";
    private static final Pattern OPEN_VOTES = Pattern.compile("(?i)(?:open|active) votes?\\W*");
    private static final Pattern BOLD_LINE = Pattern.compile("(?:\\*\\*|__)([^*_]{1,100})(?:\\*\\*|__):?");
    private static final Pattern LABEL = Pattern.compile("(\\p{Lu}[\\p{L} ]{1,30}):");
    static final int LONGEST_LABEL = 100;

    private final Outline outline;
    private final List<Section> own;
    private final @Nullable Section newItems;
    private final List<Minutes.AgendaItem> items = new ArrayList<>();

    private Agenda(Outline outline, List<Section> own) {
        this.outline = outline;
        this.own = own;
        this.newItems = outline.sections().stream()
                .filter(section -> endsIn(section, "agenda items"))
                .findFirst()
                .orElse(null);
    }

    /// The points under the sections `own`, those not pasted from another agenda.
    static List<Minutes.AgendaItem> read(Outline outline, List<Section> own) {
        return new Agenda(outline, own).read();
    }

    private List<Minutes.AgendaItem> read() {
        boolean headed = own.stream().anyMatch(section -> label(section).isPresent());
        for (var section : own) {
            var label = label(section);
            if (label.isPresent()) {
                add(label.get(), section.firstLevel());
            } else if (isAttendees(section.heading())
                    ? !headed
                    : !isAside(section) && (section.level() > 1 || !headed)) {
                loose(section, headed);
            }
        }
        return items;
    }

    private static boolean isAside(Section section) {
        return section.isWithin(Agenda::isActionItems) || isAttendees(section.heading());
    }

    /// The items of a section that is no part of an agenda with headings, under its bold lines.
    private void loose(Section section, boolean headed) {
        if (section.items().isEmpty()) {
            if (!headed && section.level() > 1 && !isAttendees(section.heading()) && hasText(section)) {
                items.add(new Minutes.AgendaItem(
                        "topics", Optional.empty(), List.of(), section.heading(), section.first() + 1));
            }
            return;
        }
        var label = section.heading();
        var part = new ArrayList<ItemLine>();
        var next = section.items().iterator();
        @Nullable ItemLine item = next.hasNext() ? next.next() : null;
        for (int at = section.first() + 1; at < section.end(); at++) {
            var name = label(at);
            if (item != null && item.line() == at + 1) {
                part.add(item);
                item = next.hasNext() ? next.next() : null;
            } else if (name.isPresent()) {
                addLoose(label, part);
                part.clear();
                label = name.get();
            }
        }
        addLoose(label, part);
    }

    private void addLoose(String label, List<ItemLine> part) {
        if (!isAttendees(label)) {
            add(knownLabel(label).orElse(label), Section.leastIndented(part));
        }
    }

    /// Adds the points of a section, which is called "agenda" where its heading says nothing or it has none.
    private void add(String label, List<ItemLine> points) {
        var called = label.isBlank() ? NAMELESS : PlainText.beginning(label, LONGEST_LABEL);
        for (var item : points) {
            var point = item.point();
            items.add(new Minutes.AgendaItem(
                    called, item.done(), ItemLine.presenters(point.people()), point.text(), item.line()));
        }
    }

    private boolean hasText(Section section) {
        for (int at = section.first() + 1; at < section.end(); at++) {
            if (outline.kinds().get(at) != Outline.Kind.HIDDEN
                    && !outline.lines().get(at).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /// What a bold line, or one that is no more than a few words and a colon, calls the lines below it.
    private Optional<String> label(int at) {
        var line = outline.lines().get(at).strip();
        if (outline.kinds().get(at) != Outline.Kind.TEXT || line.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        var bold = BOLD_LINE.matcher(line);
        var label = bold.matches() ? bold : LABEL.matcher(line);
        return label.matches()
                ? Optional.of(label.group(1).strip().replaceFirst(":$", "")).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// What the section of the agenda is called, or nothing if its headings do not say that it is one.
    private Optional<String> label(Section section) {
        if (isAside(section)) {
            return Optional.empty();
        }
        if (newItems != null && section.isWithin(around -> around.first() == newItems.first())) {
            return Optional.of("new");
        }
        for (var around = section; around != null; around = around.parent()) {
            var known = knownLabel(around.heading());
            if (known.isPresent()) {
                return known;
            }
        }
        return section.isWithin(around -> isAgenda(around) || endsIn(around, "agenda items"))
                ? Optional.of(section.heading())
                : Optional.empty();
    }

    private static Optional<String> knownLabel(String heading) {
        var text = heading.toLowerCase(Locale.ROOT);
        if (text.startsWith("standing items")) {
            return Optional.of("standing");
        }
        if (text.startsWith("from previous meeting")
                || text.startsWith("from last meeting")
                || text.startsWith("stuff from last")
                || text.startsWith("previous items")
                || text.startsWith("existing items")
                || text.startsWith("old items")) {
            return Optional.of("previous");
        }
        if (text.startsWith("pushed to")) {
            return Optional.of("pushed");
        }
        if (OPEN_VOTES.matcher(heading).matches()) {
            return Optional.of("votes");
        }
        return text.startsWith("cfeps") || text.startsWith("cfep updates") ? Optional.of("cfeps") : Optional.empty();
    }

    static boolean isAgenda(Section section) {
        var heading = section.heading().toLowerCase(Locale.ROOT);
        return heading.equals("agenda")
                || heading.equals("agenda:")
                || (heading.startsWith("agenda ")
                        && WrittenDate.firstIn(heading).isPresent());
    }

    static boolean isActionItems(Section section) {
        var heading = section.heading().toLowerCase(Locale.ROOT);
        return heading.contains("todo") || heading.contains("action item");
    }

    static boolean isVotes(Section section) {
        return isVotes(section.heading());
    }

    static boolean isVotes(String text) {
        return OPEN_VOTES.matcher(text).matches();
    }

    static boolean isAttendees(String heading) {
        var text = heading.toLowerCase(Locale.ROOT);
        return text.startsWith("attendees") || text.equals("apologies");
    }

    private static boolean endsIn(Section section, String end) {
        return section.heading()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("[\\s\\p{Punct}]{1,20}$", "")
                .endsWith(end);
    }
}
