package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.meeting.Outline.Section;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.WrittenDate;
import org.jspecify.annotations.Nullable;

/// Reads minutes in the forms in which they have been written since 2016. A pure function: text in, record out.
public final class MinutesParser {

    private static final int EXCERPT = 200;
    private static final int FROM_ENDS_TO_DATE = 15;

    private static final Pattern REPOSITORY_THREAD =
            Pattern.compile("github\\.com/([\\w.-]++/[\\w.-]++/(?:pull|issues)/\\d++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_VOTE = Pattern.compile("(?i)none\\b.*");
    private static final Pattern OPEN_VOTES = Pattern.compile("(?i)(?:open|active) votes?\\W*");
    private static final Pattern VOTE = Pattern.compile("(?i)\\bvot(?:e|es|ed|ing)\\b");
    private static final Pattern ENDS =
            Pattern.compile("(?i)\\b(?:ends?|ended|ending|until|closes?|closed|closing|due|deadline)\\b");

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
    /// @throws UnreadableMinutes if there is no date in any of these places
    public static Minutes parse(String markdown, String fileName) throws UnreadableMinutes {
        return new MinutesParser(fileName, Outline.of(markdown)).read();
    }

    private Minutes read() throws UnreadableMinutes {
        var dated = outline.sections().stream()
                .filter(section -> section.level() == 1
                        && WrittenDate.firstIn(section.heading()).isPresent())
                .findFirst();
        var date = date(dated);
        for (int at : outline.unclosed()) {
            problem(at + 1, "A code block begins here and nothing ends it; no item is read from it.");
        }
        var own = ownSections(date);
        var attendees = AttendeeList.read(outline, problems);
        var agenda = agenda(own);
        var topics = Topic.in(outline);
        var votes = votes(topics);
        problems.sort(Comparator.comparingInt(Minutes.Problem::line));
        return new Minutes(
                date,
                title(dated, date),
                attendees,
                agenda,
                openVotes(own),
                actionItems(),
                mentions(topics),
                votes,
                carriedAgendas(date),
                pullRequestLinks(),
                problems);
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
                .orElse(date.toString());
    }

    /// The sections that do not belong to an agenda of another date that was pasted into the file.
    private List<Section> ownSections(LocalDate date) {
        var own = new ArrayList<Section>();
        boolean carried = false;
        for (var section : outline.sections()) {
            if (isAgenda(section)) {
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
                .filter(MinutesParser::isAgenda)
                .flatMap(section -> dateIn(section.heading()).stream())
                .filter(other -> !other.equals(date))
                .distinct()
                .toList();
    }

    private List<Minutes.AgendaItem> agenda(List<Section> own) {
        var newItems = outline.sections().stream()
                .filter(section -> endsIn(section, "agenda items"))
                .findFirst()
                .orElse(null);
        var agenda = new ArrayList<Minutes.AgendaItem>();
        boolean any = false;
        for (var section : own) {
            var label = label(section, newItems);
            any |= label.isPresent();
            for (var item : label.isPresent() ? section.firstLevel() : List.<ItemLine>of()) {
                var point = item.point();
                agenda.add(new Minutes.AgendaItem(
                        label.orElseThrow(),
                        item.done(),
                        ItemLine.presenters(point.people()),
                        point.text(),
                        item.line()));
            }
        }
        if (!any) {
            problem(1, "There is no agenda under headings that are known.");
        }
        return agenda;
    }

    /// What the section of the agenda is called, or nothing if it is not one.
    private static Optional<String> label(Section section, @Nullable Section newItems) {
        if (section.isWithin(MinutesParser::isActionItems) || startsWith(section, "attendees")) {
            return Optional.empty();
        }
        if (newItems != null && section.isWithin(around -> around.first() == newItems.first())) {
            return Optional.of("new");
        }
        for (var around = section; around != null; around = around.parent()) {
            var known = knownLabel(around);
            if (known.isPresent()) {
                return known;
            }
        }
        return section.isWithin(around -> isAgenda(around) || endsIn(around, "agenda items"))
                ? Optional.of(section.heading())
                : Optional.empty();
    }

    private static Optional<String> knownLabel(Section section) {
        if (startsWith(section, "standing items")) {
            return Optional.of("standing");
        }
        if (startsWith(section, "from previous meeting")
                || startsWith(section, "from last meeting")
                || startsWith(section, "stuff from last")) {
            return Optional.of("previous");
        }
        if (startsWith(section, "pushed to")) {
            return Optional.of("pushed");
        }
        if (OPEN_VOTES.matcher(section.heading()).matches()) {
            return Optional.of("votes");
        }
        return startsWith(section, "cfeps") || startsWith(section, "cfep updates")
                ? Optional.of("cfeps")
                : Optional.empty();
    }

    private List<String> openVotes(List<Section> own) {
        var votes = new ArrayList<ItemLine>();
        own.stream()
                .filter(MinutesParser::isVotes)
                .findFirst()
                .or(() -> outline.sections().stream()
                        .filter(MinutesParser::isVotes)
                        .findFirst())
                .ifPresent(section -> votes.addAll(section.firstLevel()));
        for (var section : own) {
            section.firstLevel().stream()
                    .filter(item -> OPEN_VOTES.matcher(item.point().text()).matches())
                    .forEach(item -> votes.addAll(section.below(item)));
        }
        return votes.stream()
                .sorted(Comparator.comparingInt(ItemLine::line))
                .map(ItemLine::text)
                .filter(text -> !NO_VOTE.matcher(text).matches())
                .toList();
    }

    private List<Minutes.ActionItem> actionItems() {
        var actions = new ArrayList<Minutes.ActionItem>();
        for (var section : outline.sections()) {
            if (section.isWithin(MinutesParser::isActionItems)) {
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

    private List<Minutes.Mention> mentions(List<Topic> topics) {
        var mentions = new ArrayList<Minutes.Mention>();
        for (var topic : topics) {
            var seen = new HashSet<Integer>();
            for (int at : topic.lines()) {
                for (var reference : CfepReference.in(outline.lines().get(at))) {
                    if (seen.add(reference.number())) {
                        mentions.add(new Minutes.Mention(
                                reference.number(), topic.text(), excerpt(at, reference.number()), at + 1));
                    }
                }
            }
        }
        mentions.sort(Comparator.comparingInt(Minutes.Mention::line));
        return mentions;
    }

    private String excerpt(int at, int cfep) {
        var plain = plain(at);
        int middle = CfepReference.in(plain).stream()
                .filter(reference -> reference.number() == cfep)
                .mapToInt(CfepReference::start)
                .findFirst()
                .orElse(0);
        return PlainText.excerpt(plain, middle, EXCERPT);
    }

    private List<Minutes.StatedVote> votes(List<Topic> topics) {
        var votes = new ArrayList<Minutes.StatedVote>();
        for (var topic : topics) {
            boolean aboutVote =
                    isVotes(topic.section()) || VOTE.matcher(topic.text()).find();
            @Nullable List<Integer> cfeps = null;
            for (int at : topic.lines()) {
                var line = outline.lines().get(at);
                if (!ENDS.matcher(line).find()
                        || !(aboutVote || VOTE.matcher(line).find())) {
                    continue;
                }
                var plain = plain(at);
                var end = end(plain);
                if (end.isEmpty()) {
                    continue;
                }
                cfeps = cfeps == null ? topic.cfeps(outline) : cfeps;
                if (cfeps.size() == 1) {
                    var date = end.get();
                    var excerpt = PlainText.excerpt(plain, date.start(), EXCERPT);
                    votes.add(new Minutes.StatedVote(cfeps.getFirst(), date.date(), excerpt, at + 1));
                } else {
                    problem(at + 1, "A vote with an end date stands here, but not in an item about exactly one CFEP.");
                }
            }
        }
        votes.sort(Comparator.comparingInt(Minutes.StatedVote::line));
        return votes;
    }

    /// The date that stands close behind a word that says the end.
    private static Optional<WrittenDate> end(String line) {
        var ends = ENDS.matcher(line);
        while (ends.find()) {
            var rest = line.substring(ends.end(), Math.min(line.length(), ends.end() + FROM_ENDS_TO_DATE + 30));
            var date = WrittenDate.firstIn(rest).filter(found -> found.start() <= FROM_ENDS_TO_DATE);
            if (date.isPresent()) {
                int before = ends.end();
                return date.map(found -> new WrittenDate(found.date(), before + found.start(), before + found.end()));
            }
        }
        return Optional.empty();
    }

    private int pullRequestLinks() {
        var threads = new LinkedHashSet<String>();
        for (var line : outline.lines()) {
            var links = REPOSITORY_THREAD.matcher(line);
            while (links.find()) {
                threads.add(links.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return threads.size();
    }

    private String plain(int at) {
        var line = outline.lines().get(at);
        if (outline.kinds().get(at) == Outline.Kind.HEADING) {
            return PlainText.of(line.strip().replaceFirst("^#+", ""));
        }
        return ItemLine.read(line, at + 1).map(ItemLine::text).orElseGet(() -> PlainText.of(line));
    }

    private void problem(int line, String message) {
        problems.add(new Minutes.Problem(line, message));
    }

    private static Optional<LocalDate> dateIn(String text) {
        return WrittenDate.firstIn(text).map(WrittenDate::date);
    }

    private static boolean isAgenda(Section section) {
        var heading = section.heading().toLowerCase(Locale.ROOT);
        return heading.equals("agenda")
                || (heading.startsWith("agenda ")
                        && WrittenDate.firstIn(heading).isPresent());
    }

    static boolean isActionItems(Section section) {
        var heading = section.heading().toLowerCase(Locale.ROOT);
        return heading.contains("todo") || heading.contains("action item");
    }

    private static boolean isVotes(Section section) {
        return OPEN_VOTES.matcher(section.heading()).matches();
    }

    private static boolean startsWith(Section section, String start) {
        return section.heading().toLowerCase(Locale.ROOT).startsWith(start);
    }

    private static boolean endsIn(Section section, String end) {
        return section.heading().toLowerCase(Locale.ROOT).endsWith(end);
    }
}
