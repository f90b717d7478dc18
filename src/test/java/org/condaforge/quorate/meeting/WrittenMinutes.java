package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Minutes with random content, written in one of the forms that people have used, and what they say.
///
/// @param text of the file
/// @param fileName that gives the date where the text does not
/// @param agenda items under "Your agenda items" where there are such
public record WrittenMinutes(
        String text,
        String fileName,
        LocalDate date,
        List<String> attendees,
        List<Item> agenda,
        List<Item> actions,
        List<String> openVotes,
        List<Integer> cfeps,
        List<LocalDate> carried,
        int links) {

    /// An item of the agenda or an action.
    public record Item(Optional<Boolean> done, List<String> people, String text) {}

    /// Other minutes for every state of `random`.
    public static WrittenMinutes random(RandomGenerator random) {
        return new Writer(random).write();
    }

    private static final class Writer {

        private static final List<String> NAMES = List.of(
                "Alder Ash",
                "Birch B. Bark",
                "Cedar O'Bough",
                "Dogwood",
                "Élise Elm",
                "Fir F.",
                "Ginkgo van Grove",
                "H Holly");
        private static final List<String> WORDS = List.of(
                "seeds",
                "oak",
                "roots",
                "the",
                "of",
                "Soil",
                "bark,",
                "rain;",
                "x86",
                "2.0",
                "why?",
                "leaf/stem",
                "(later)",
                "a_b_c",
                "TODO:",
                "non-oak",
                "über",
                "\"old\"",
                "@birch",
                "1.",
                "5%");
        private static final List<String> SHORT = List.of("AB", "BB", "CoB", "DG", "EE", "FFX", "Gi");
        private static final List<String> BULLETS = List.of("* ", "- ", "+ ", "*   ");

        private final RandomGenerator random;
        private final StringBuilder out = new StringBuilder();
        private final List<Integer> cfeps = new ArrayList<>();
        private final List<String> links = new ArrayList<>();

        Writer(RandomGenerator random) {
            this.random = random;
        }

        WrittenMinutes write() {
            var date = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3500));
            title(date);
            var attendees = attendees();
            if (maybe()) {
                line("## Agenda" + (maybe() ? " " + date : ""));
            }
            var openVotes = new ArrayList<String>();
            standing(openVotes);
            var agenda = agenda();
            if (maybe()) {
                line("### Pushed to next meeting");
                line("* " + sentence());
            }
            if (maybe()) {
                line("### " + pick("Active votes", "Active Votes", "Open votes"));
                openVotes.addAll(votes(""));
            }
            if (maybe()) {
                line("### CFEPs");
                line("* " + cfep() + " " + sentence());
            }
            var actions = actions();
            var carried = new ArrayList<LocalDate>();
            if (maybe()) {
                carried.add(date.minusDays(14));
                line("## Agenda " + carried.getFirst());
                line("### From previous meeting(s)");
                line("* [x] " + sentence());
            }
            return new WrittenMinutes(
                    out.toString(),
                    date + ".md",
                    date,
                    attendees,
                    agenda,
                    actions,
                    openVotes,
                    cfeps.stream().distinct().sorted().toList(),
                    carried,
                    (int) links.stream().distinct().count());
        }

        private void title(LocalDate date) {
            switch (random.nextInt(6)) {
                case 0 -> line("# " + date + " grove core meeting");
                case 1 -> line("# grove core meeting " + date + " ");
                case 2 -> line("# Grove meetings\n\n# " + date + ": General Discussion");
                case 3 -> line("[pad](https://example.org/pad)\n\n# " + date + " grove meeting");
                case 4 -> line("---\ntitle: '" + date + "'\n---\n");
                default -> line("---\nsidebar: false\n---\n# grove meeting " + date);
            }
            line("");
        }

        private List<String> attendees() {
            var all = new ArrayList<>(NAMES);
            var names = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> all.remove(random.nextInt(all.size())))
                    .toList();
            switch (random.nextInt(5)) {
                case 0 -> {
                    line("## Attendees\n");
                    names.forEach(name -> line("* " + name));
                    line("* ");
                }
                case 1 -> line("## Attendees\n\n" + String.join(", ", names));
                case 2 -> {
                    line("## Attendees\n\n| Name | Initials | GitHub ID | Affiliation |\n| --- | --- | --- | --- |");
                    names.forEach(name -> line("| %s | %s | %s | Grove |".formatted(name, pick(SHORT), "tree")));
                    line("|      |          |           |             |\n\n%d people total".formatted(names.size()));
                }
                case 3 -> {
                    line("**Attendees**\n");
                    names.forEach(name -> line("[" + name + "](https://example.org/" + random.nextInt(9) + ")\n"));
                }
                default -> {
                    line("## Attendees\nList the attendees for the meeting\n");
                    names.forEach(name -> line("    - " + name));
                }
            }
            line("");
            return names;
        }

        private void standing(List<String> openVotes) {
            line("### Standing items");
            line("* [x] intros");
            line("    * nobody new");
            if (maybe()) {
                line("* [" + pick("x", " ", "X") + "] " + (maybe() ? "(AB) " : "") + "open votes");
                openVotes.addAll(votes("    "));
            }
            line("* [ ] budget\n");
        }

        private List<String> votes(String indent) {
            if (random.nextInt(3) == 0) {
                line(indent + "* " + pick("none", "None yet", "none this week"));
                return List.of();
            }
            return IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> {
                        var text = (maybe() ? "(AB) " : "") + sentence();
                        line(indent + "* " + (maybe() ? "[x] " : "") + text);
                        line(indent + "    * " + sentence());
                        return text;
                    })
                    .toList();
        }

        private List<Item> agenda() {
            line("#### From previous meeting(s)");
            line("* [ ] " + sentence());
            line("### "
                    + pick(
                            "Your agenda items",
                            "Your new agenda items",
                            "Your __new__() agenda items",
                            "Your `__new__()` agenda items",
                            "Your __new__ agenda items"));
            var items = new ArrayList<Item>();
            var bullet = pick(BULLETS);
            for (int i = random.nextInt(6); i > 0; i--) {
                var people = new ArrayList<String>();
                var text = sentence();
                var box = pick("", "[ ] ", "[x] ", "[X] ");
                line(bullet + box + presenter(people) + text);
                items.add(new Item(done(box), people, text));
                for (int below = random.nextInt(3); below > 0; below--) {
                    line(pick("    ", "\t", "\u00a0   ", "  ") + pick(BULLETS) + pick("", "[ ] ") + sentence());
                }
                if (random.nextInt(5) == 0) {
                    line(bullet + "[ ]");
                }
            }
            if (random.nextInt(4) == 0) {
                line("\n```\n* [ ] code\n```");
            }
            line("");
            return items;
        }

        private String presenter(List<String> people) {
            var one = pick(SHORT);
            var other = pick(SHORT);
            switch (random.nextInt(8)) {
                case 0 -> {
                    return "";
                }
                case 1 -> {
                    people.add(one);
                    return "(" + one + "): ";
                }
                case 2 -> {
                    people.add(one);
                    return one + ": ";
                }
                case 3 -> {
                    people.add(one);
                    return "[" + one + "] ";
                }
                case 4 -> {
                    people.addAll(List.of(one, other));
                    return "(" + one + pick("/", " & ", " via ", ", ", " and ") + other + ") ";
                }
                case 5 -> {
                    return "() ";
                }
                default -> {
                    people.add(one);
                    return "(" + one + ") ";
                }
            }
        }

        private List<Item> actions() {
            line("## " + pick("TODOs", "New Action items", "Check in on previous action items", "Action items"));
            if (maybe()) {
                line("### " + pick("Last meeting", "2 meetings ago"));
            }
            var items = new ArrayList<Item>();
            for (int i = random.nextInt(6); i > 0; i--) {
                if (random.nextInt(3) == 0) {
                    line(pick("2022-06-01", "* 2022-06-01", "* [2022-06-01](https://example.org)", "**Grove**"));
                }
                var box = pick("[ ] ", "[x] ", "[X] ");
                var text = sentence();
                var owners = pick(List.of(
                        List.<String>of(),
                        List.of("AB"),
                        List.of("AB", "CoB"),
                        List.of("Alder", "Birch"),
                        List.of("???"),
                        List.of("Alder?")));
                var marker = owners.isEmpty() ? pick("", "() ") : "(" + String.join(pick("/", ", "), owners) + ") ";
                line(pick("* ", "- ", "    * ", "", "* ( ) ", "\u00a0 * ") + box + marker + text);
                items.add(new Item(done(box), owners, text));
            }
            line("");
            return items;
        }

        private static Optional<Boolean> done(String box) {
            return box.isEmpty() ? Optional.empty() : Optional.of(!box.equals("[ ] "));
        }

        /// Words that mean what they look like, in all that Markdown does to them; gives what a reader sees.
        private String sentence() {
            var words = IntStream.range(0, 1 + random.nextInt(7))
                    .mapToObj(i -> pick(WORDS))
                    .collect(Collectors.joining(" "));
            var text = "It " + words;
            if (random.nextInt(6) == 0) {
                text += " " + cfep();
            }
            if (random.nextInt(6) == 0) {
                var link = "https://github.com/grove/%s/%s/%d"
                        .formatted(pick("oak", "elm.py"), pick("pull", "issues"), random.nextInt(1, 5));
                links.add(link);
                text += " " + link;
            }
            return text;
        }

        private String cfep() {
            int number = random.nextInt(1, 30);
            cfeps.add(number);
            return pick("CFEP-%02d", "cfep-%d", "CFEP%d", "cfep%02d", "CFEP %02d", "CFEP-%d-sized")
                    .formatted(number);
        }

        private boolean maybe() {
            return random.nextBoolean();
        }

        private String pick(String... options) {
            return options[random.nextInt(options.length)];
        }

        private <T> T pick(List<T> options) {
            return options.get(random.nextInt(options.size()));
        }

        private void line(String line) {
            out.append(line).append('\n');
        }
    }
}
