package org.condaforge.quorate.policy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.condaforge.quorate.policy.Wording.Gap;

/// Reads a governance page: one block of data for the policy, then under a heading each the items, every one with a
/// block of data and a table of worked examples. Prose and other tables are for people and are not looked at.
/// `docs/governance/README.md` says how a page is written.
public final class PolicyPage {

    private static final List<String> NOTICES = List.of("chat", "mail");

    /// In characters: many times what a community writes, and read in a moment.
    static final int LONGEST = 500_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String markdown;
    private final Faults faults;
    private final List<Mapping> fronts = new ArrayList<>();
    private final List<ItemSection> items = new ArrayList<>();
    private boolean unreadable;

    private PolicyPage(String markdown, String source) {
        this.markdown = markdown;
        this.faults = new Faults(source);
    }

    /// The policy that the page states.
    ///
    /// @param source what errors call the page: its name or path
    /// @throws InvalidPolicyPage with every error of the page
    public static Policy read(String markdown, String source) {
        return load(markdown, source).policy();
    }

    /// The policy with where it stands.
    static LoadedPage load(String markdown, String source) {
        var text = markdown.startsWith(BYTE_ORDER_MARK) ? markdown.substring(1) : markdown;
        var page = new PolicyPage(text, source);
        if (text.length() > LONGEST) {
            page.faults.add(
                    Faults.lineAt(text, LONGEST), "%d characters".formatted(text.length()), "at most " + LONGEST);
            page.faults.throwAny();
        }
        var before = page.faults.count();
        var sections = Section.of(text, page.faults);
        page.unreadable = page.faults.count() > before;
        sections.forEach(page::gather);
        return new LoadedPage(page.policy(), source, page.fronts.getFirst().line("policy"));
    }

    private void gather(Section section) {
        var here = new ArrayList<Mapping>();
        for (var block : section.blocks()) {
            var data = Mapping.parse(block.yaml(), block.line() + 1, faults).orElse(null);
            if (data == null) {
                unreadable = true;
            } else if (data.has("item")) {
                here.add(data);
            } else if (data.has("policy")) {
                fronts.add(data);
            } else {
                unreadable = true;
                faults.add(data.line(), "data without a name", "policy: ... or item: ...");
            }
        }
        for (var data : here.stream().skip(1).toList()) {
            faults.add(data.line("item"), "another item under the same heading", "a heading for each item");
        }
        if (section.line() == 0 && !here.isEmpty()) {
            faults.add(here.getFirst().line("item"), "an item without a heading", "a heading for each item");
        }
        here.forEach(data -> items.add(new ItemSection(section, data)));
        if (section.blocks().isEmpty()) {
            section.tables().stream()
                    .filter(table -> table.header().cells().getFirst().equals(ExampleTable.FIRST))
                    .forEach(table -> faults.add(table.header().line(), "examples of no item", "an item above them"));
        }
    }

    private Mapping front() {
        for (var another : fronts.stream().skip(1).toList()) {
            faults.add(another.line("policy"), "a second policy", "one policy on a page");
        }
        if (fronts.isEmpty()) {
            if (!unreadable) {
                faults.add(1, "no data of the policy", "a yaml block with policy: ... above the items");
            }
            return Mapping.silent(1);
        }
        var front = fronts.getFirst();
        items.stream()
                .filter(item -> item.data().line() < front.line())
                .forEach(item -> faults.add(item.data().line(), "an item above the policy's data", "it below them"));
        return front;
    }

    private Policy policy() {
        var front = front();
        var name = front.required("policy", Form.NAME);
        var title = front.required("title", Form.TEXT);
        var revision = front.required("revision", Form.REVISION);
        var deadline = front.required("deadline", Form.oneOf(Deadline.class));
        var minimumQuorum = front.optional("minimum-quorum", Form.COUNT, 0);
        front.required("active-votes-per-item", Form.only("1"));
        notices(front, "time-out-notices", faults);

        var electorate = front.required("electorate");
        var emeritusMayVote = electorate.required("emeritus-may-vote", Form.FLAG);
        var roster = electorate.required("roster", Form.oneOf(RosterDate.class));
        electorate.close();

        var periods = front.required("periods");
        var minimumPeriod = periods.required("minimum", Form.PERIOD);
        var defaultPeriod = periods.required("default", Form.PERIOD);
        periods.required("longest", Form.only("none"));
        periods.close();
        if (defaultPeriod.compareTo(minimumPeriod) < 0) {
            faults.add(periods.line("default"), "a default below the minimum", "the minimum or longer");
        }
        var callText = text(front, "call-text", Wording.OF_CALLS, Wording.CALL);
        var reminderText = text(front, "reminder-text", Wording.OF_REMINDERS, Wording.REMINDER);
        var checkIn = front.optional("check-in").map(block -> new CheckInBlock(block, faults).read());
        front.close();

        var read = items.stream()
                .map(item -> item.read(name, minimumPeriod, minimumQuorum, faults))
                .toList();
        eachOnce(front.line());
        faults.throwAny();
        return new Policy(
                name,
                title,
                revision,
                emeritusMayVote,
                deadline,
                roster,
                minimumPeriod,
                defaultPeriod,
                callText,
                reminderText,
                checkIn,
                read,
                markdown);
    }

    /// Whether notices are required at that key: the application knows the one list of channels.
    static boolean notices(Mapping mapping, String key, Faults faults) {
        var notices = mapping.list(key, Form.TEXT);
        if (mapping.has(key) && !notices.equals(NOTICES)) {
            faults.add(mapping.line(key), "other notices", "[chat, mail]");
        }
        return mapping.has(key);
    }

    /// A text with gaps; one that nothing fills is noted with the line it stands on.
    private Wording text(Mapping front, String key, Set<Gap> gaps, Wording otherwise) {
        if (!front.has(key)) {
            front.node(key);
            return otherwise;
        }
        var text = front.required(key, Form.PASSAGE);
        var known = gaps.stream().map(gap -> "{%s}".formatted(gap.label())).collect(joining(", "));
        var found = Wording.gapsIn(text);
        while (found.find()) {
            var label = found.group(1);
            if (gaps.stream().noneMatch(gap -> gap.label().equals(label))) {
                faults.add(front.lineWithin(key, found.start()), Form.quoted(found.group()), "one of " + known);
            }
        }
        return new Wording(text.stripTrailing());
    }

    private void eachOnce(int front) {
        if (items.isEmpty() && !unreadable) {
            faults.add(front, "no item", "a yaml block with item: ... for everything that may be voted on");
        }
        Map<String, Integer> lines = new HashMap<>();
        for (var item : items) {
            var line = item.data().line("item");
            var before = lines.putIfAbsent(item.data().text("item"), line);
            if (before != null) {
                faults.add(line, "the item of line %d again".formatted(before), "every item once");
            }
        }
    }
}
