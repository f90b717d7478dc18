package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.proposal.WrittenDate;
import org.jspecify.annotations.Nullable;

/// Reads what minutes speak of, with the item in which they do: CFEPs, stated votes, pull requests and issues, people.
final class Mentions {

    private static final int EXCERPT = 200;
    private static final int FROM_ENDS_TO_DATE = 15;
    private static final String NOT_ONE_CFEP =
            "A vote with an end date stands here, but not in an item about exactly one CFEP.";

    private static final Pattern THREAD = Pattern.compile(
            "github\\.com/([\\w.-]{1,60}+/[\\w.-]{1,120}+)/(pull|issues)/(\\d{1,9}+)(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_LOGIN =
            Pattern.compile("(?<![\\w./@-])@([A-Za-z0-9][A-Za-z0-9-]{0,38}+)(?![\\w/@])");
    private static final Pattern INITIALS = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}\\p{L}{1,3}+(?![\\p{L}\\p{N}])");
    private static final Pattern VOTE = Pattern.compile("(?i)\\bvot(?:e|es|ed|ing)\\b");
    private static final Pattern ENDS =
            Pattern.compile("(?i)\\b(?:ends?|ended|ending|until|closes?|closed|closing|due|deadline)\\b");

    private final Outline outline;
    private final List<Topic> topics;

    Mentions(Outline outline) {
        this.outline = outline;
        this.topics = Topic.in(outline);
    }

    /// CFEP numbers, once for each topic.
    List<Minutes.Mention> cfeps() {
        var mentions = new ArrayList<Minutes.Mention>();
        for (var topic : topics) {
            var seen = new HashSet<Integer>();
            for (int at : topic.lines()) {
                var fresh = CfepReference.in(outline.lines().get(at)).stream()
                        .map(CfepReference::number)
                        .filter(seen::add)
                        .toList();
                if (!fresh.isEmpty()) {
                    var plain = plain(at);
                    var shown = CfepReference.in(plain);
                    for (int number : fresh) {
                        int middle = shown.stream()
                                .filter(reference -> reference.number() == number)
                                .mapToInt(CfepReference::start)
                                .findFirst()
                                .orElse(0);
                        mentions.add(new Minutes.Mention(
                                number, topic.name(), PlainText.excerpt(plain, middle, EXCERPT), at + 1));
                    }
                }
            }
        }
        mentions.sort(Comparator.comparingInt(Minutes.Mention::line));
        return mentions;
    }

    /// Pull requests and issues on GitHub, once for each topic.
    List<Minutes.ThreadLink> threads() {
        var links = new ArrayList<Minutes.ThreadLink>();
        for (var topic : topics) {
            var seen = new HashSet<String>();
            for (int at : topic.lines()) {
                var found = THREAD.matcher(outline.lines().get(at));
                @Nullable String excerpt = null;
                while (found.find()) {
                    if (seen.add(found.group().toLowerCase(Locale.ROOT))) {
                        excerpt = excerpt == null ? PlainText.excerpt(plain(at), 0, EXCERPT) : excerpt;
                        links.add(new Minutes.ThreadLink(
                                found.group(1),
                                found.group(2).equalsIgnoreCase("pull")
                                        ? Minutes.ThreadKind.PULL_REQUEST
                                        : Minutes.ThreadKind.ISSUE,
                                Integer.parseInt(found.group(3)),
                                topic.name(),
                                excerpt,
                                at + 1));
                    }
                }
            }
        }
        links.sort(Comparator.comparingInt(Minutes.ThreadLink::line));
        return links;
    }

    /// How many different pull requests and issues the file links to, wherever the links stand.
    int differentThreads() {
        var threads = new LinkedHashSet<String>();
        for (var line : outline.lines()) {
            var found = THREAD.matcher(line);
            while (found.find()) {
                threads.add(found.group().toLowerCase(Locale.ROOT));
            }
        }
        return threads.size();
    }

    /// People by `@login`, or by initials that an attendee of the same file has; once for each topic.
    List<Minutes.PersonMention> people(List<Minutes.Attendee> attendees) {
        Set<String> initials = attendees.stream()
                .flatMap(attendee -> attendee.initials().stream())
                .collect(Collectors.toSet());
        var lists = attendees.stream().map(Minutes.Attendee::line).collect(Collectors.toSet());
        var people = new ArrayList<Minutes.PersonMention>();
        for (var topic : topics) {
            var seen = new HashSet<String>();
            for (int at : topic.lines()) {
                if (lists.contains(at + 1)) {
                    continue;
                }
                var line = outline.lines().get(at);
                var fresh = new ArrayList<String>();
                var logins = AT_LOGIN.matcher(line);
                while (logins.find()) {
                    fresh.add("@" + logins.group(1));
                }
                if (!initials.isEmpty()) {
                    INITIALS.matcher(line)
                            .results()
                            .map(found -> found.group())
                            .filter(initials::contains)
                            .forEach(fresh::add);
                }
                fresh.removeIf(written -> !seen.add(written));
                if (!fresh.isEmpty()) {
                    var excerpt = PlainText.excerpt(plain(at), 0, EXCERPT);
                    fresh.forEach(
                            written -> people.add(new Minutes.PersonMention(written, topic.name(), excerpt, at + 1)));
                }
            }
        }
        people.sort(Comparator.comparingInt(Minutes.PersonMention::line));
        return people;
    }

    /// Votes with an end; those that cannot be told to be about one CFEP are added to `problems`.
    List<Minutes.StatedVote> votes(List<Minutes.Problem> problems) {
        var votes = new ArrayList<Minutes.StatedVote>();
        for (var topic : topics) {
            boolean aboutVote = Agenda.isVotes(topic.section())
                    || VOTE.matcher(topic.text()).find();
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
                    problems.add(new Minutes.Problem(at + 1, NOT_ONE_CFEP));
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

    private String plain(int at) {
        var line = outline.lines().get(at);
        if (outline.kinds().get(at) == Outline.Kind.HEADING) {
            return PlainText.of(line.strip().replaceFirst("^#+", ""));
        }
        return ItemLine.read(line, at + 1).map(ItemLine::text).orElseGet(() -> PlainText.of(line));
    }
}
