package org.condaforge.quorate.meeting;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.CfepIndex;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.vote.VoteRecordFile;

/// Files that nobody writes but to harm, in any size.
final class Hostile {

    /// Shapes by name; each gives a text of about as many characters as it is asked for.
    static final Map<String, IntFunction<String>> SHAPES = new TreeMap<>(Map.ofEntries(
            Map.entry("angles", size -> "* [ ] " + "<".repeat(size)),
            Map.entry("comments", size -> "* " + "<!--".repeat(size / 4)),
            Map.entry("instructions", size -> "* a" + "<?".repeat(size / 2)),
            Map.entry("brackets", size -> "* " + "[".repeat(size / 2) + "]".repeat(size / 2)),
            Map.entry("links", size -> "* " + "[a](".repeat(size / 4)),
            Map.entry("images", size -> "* " + "![[]()".repeat(size / 6)),
            Map.entry("emphasis", size -> "* " + "*a **b ".repeat(size / 7)),
            Map.entry("stars", size -> "Attendees: a" + "*".repeat(size) + "b"),
            Map.entry(
                    "ticks",
                    size -> "* "
                            + IntStream.range(1, (int) Math.sqrt(2.0 * size))
                                    .mapToObj("`"::repeat)
                                    .collect(Collectors.joining(" "))),
            Map.entry("attributes", size -> "<a" + " b".repeat(size / 2)),
            Map.entry("tables", size -> "<table>".repeat(size / 7)),
            Map.entry("rowed tables", size -> "<table><tr><td>".repeat(size / 15)),
            Map.entry("lines of tables", size -> "<table><tr>\n".repeat(size / 12)),
            Map.entry("bars", size -> "|a".repeat(size / 4) + "\n" + "|-".repeat(size / 4) + "\n"),
            Map.entry("rows", size -> "|a".repeat(500) + "\n" + "|-".repeat(500) + "\n" + "|\n".repeat(size / 2)),
            Map.entry("quotes", size -> "> ".repeat(size / 2)),
            Map.entry("lists", size -> "- ".repeat(size / 2) + "a"),
            Map.entry("boxes", size -> "## TODOs\n" + "* [ ] (AB) dig\n".repeat(size / 15)),
            Map.entry("headings", size -> "# a\n".repeat(size / 4)),
            Map.entry("votes", size -> "## Active votes\n" + "* open votes\n".repeat(size / 13)),
            Map.entry("paragraph", size -> "leaf\n".repeat(size / 5)),
            Map.entry("definitions", size -> "[a]: b\n".repeat(size / 7)),
            Map.entry("spaces", size -> "## Attendees\n* A (b)," + " ".repeat(size) + "("),
            Map.entry("commas", size -> "## Attendees\n" + "A,".repeat(size / 2)),
            Map.entry(
                    "numbers",
                    size -> "* "
                            + IntStream.range(0, size / 9)
                                    .mapToObj(n -> "cfep-%03d,".formatted(n % 1000))
                                    .collect(Collectors.joining())),
            Map.entry("threads", size -> "* " + "github.com/a/b/pull/1 github.com/".repeat(size / 33)),
            Map.entry("logins", size -> "* " + "@a ".repeat(size / 3)),
            Map.entry("dates", size -> "* vote ends 2022-99-99 ".repeat(size / 22)),
            Map.entry("columns", size -> "login,name" + ",x".repeat(size / 4) + "\na,b" + ",y".repeat(size / 4)),
            Map.entry("quotation", size -> "login,name\n\"" + "a,\"\"".repeat(size / 5)),
            Map.entry("shares", size -> "# Trees\n\n" + "2/3 = 66% ".repeat(size / 10)),
            Map.entry("abstentions", size -> "| For |\n| --- |\n\n" + "1 explicitly ".repeat(size / 13)),
            Map.entry("policies", size -> "falls under the ".repeat(size / 16)),
            Map.entry("front matter", size -> "---\n" + "a: b\n".repeat(size / 5)),
            Map.entry("control", size -> "\0\1\u001b\u0085\u2028".repeat(size / 5)),
            Map.entry("not UTF-8", size -> {
                var bytes = new byte[size];
                for (int at = 0; at < size; at++) {
                    bytes[at] = (byte) (at * 31 % 251 - 128);
                }
                return new String(bytes, StandardCharsets.UTF_8);
            })));

    private Hostile() {}

    /// Reads `text` as everything a file can be; gives how many entries and problems that made.
    static int readAsEverything(String text) {
        int found = CfepIndex.parse(text).size();
        found += VoteRecordFile.parse(text).problems().size();
        var roster = RosterFile.parse(text);
        found += roster.rows().size() + roster.problems().size();
        try {
            found += CfepFile.parse(text, "cfep-01.md").problems().size();
        } catch (UnreadableCfep e) {
            found++;
        }
        try {
            var minutes = MinutesParser.parse(text, "2022-05-04.md");
            found += minutes.actionItems().size() + minutes.problems().size();
        } catch (UnreadableMinutes e) {
            found++;
        }
        return found;
    }

    /// Reads every shape in each size of `args` and prints a line for each. Runs in a small heap of its own.
    public static void main(String[] args) {
        for (String size : args) {
            SHAPES.forEach((name, shape) -> {
                long from = System.nanoTime();
                int found = readAsEverything(shape.apply(Integer.parseInt(size)));
                System.out.printf(
                        "%s: %d entries and problems, %d ms%n", name, found, (System.nanoTime() - from) / 1_000_000);
            });
        }
        System.out.printf("nesting: %d entries and problems%n", readAsEverything(nested(10_000)));
        System.out.println("done");
    }

    /// Items, each below the one before.
    static String nested(int depth) {
        return IntStream.range(0, depth)
                .mapToObj(at -> " ".repeat(at) + "* [ ] deep")
                .collect(Collectors.joining("\n", "## TODOs\n", "\n"));
    }
}
