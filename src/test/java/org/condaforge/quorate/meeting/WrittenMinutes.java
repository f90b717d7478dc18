package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Minutes with random content, written in one of the forms that people have used, and what they say.
///
/// @param text of the file
/// @param fileName that gives the date where the text does not
/// @param agenda the first-level items of the own agenda with the sections they stand in
/// @param votes on a CFEP for which an end is written, as `CFEP END`
/// @param named by `@login`, or by initials that an attendee has
public record WrittenMinutes(
        String text,
        String fileName,
        LocalDate date,
        List<Attendee> attendees,
        List<Point> agenda,
        List<Item> actions,
        List<String> openVotes,
        List<Integer> cfeps,
        List<String> votes,
        Set<String> named,
        List<LocalDate> carried,
        int links) {

    /// A person who was there.
    public record Attendee(String name, Optional<String> login, Optional<String> initials) {}

    /// An item of the agenda.
    public record Point(String section, Item item) {}

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
                "5%",
                "20-19-09-06",
                "don\u0019t",
                "\u0001",
                "no\u00a0break",
                "(Elm B.)",
                "Alder:");
        private static final List<String> SHORT = List.of("AB", "BB", "CoB", "DG", "EE", "FFX", "Gi");
        private static final List<String> BULLETS = List.of("* ", "- ", "+ ", "*   ");

        private final RandomGenerator random;
        private final StringBuilder out = new StringBuilder();
        private final List<Integer> cfeps = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private final List<String> votes = new ArrayList<>();

        Writer(RandomGenerator random) {
            this.random = random;
        }

        WrittenMinutes write() {
            var date = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3500));
            title(date);
            var attendees = attendees();
            int body = out.length();
            var openVotes = new ArrayList<String>();
            var actions = new ArrayList<Item>();
            var carried = new ArrayList<LocalDate>();
            if (random.nextInt(5) == 0) {
                underBoldLines();
            } else {
                headed(date, openVotes, actions, carried);
            }
            var said = out.substring(body);
            var named = attendees.stream()
                    .flatMap(attendee -> attendee.initials().stream())
                    .filter(letters -> Pattern.compile("(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])")
                            .matcher(said)
                            .find())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (said.contains("@birch")) {
                named.add("@birch");
            }
            var text = maybe() ? out.toString() : out.toString().replace("\n", "\r\n");
            return new WrittenMinutes(
                    text,
                    date + ".md",
                    date,
                    attendees,
                    points,
                    actions,
                    openVotes,
                    cfeps.stream().distinct().sorted().toList(),
                    votes,
                    named,
                    carried,
                    (int) links.stream().distinct().count());
        }

        /// As since 2019.
        private void headed(LocalDate date, List<String> openVotes, List<Item> actions, List<LocalDate> carried) {
            if (maybe()) {
                line("## Agenda" + (maybe() ? " " + date : ""));
            }
            standing(openVotes);
            agenda();
            if (maybe()) {
                line("### Pushed to next meeting");
                point("pushed", "* ", "");
            }
            if (maybe()) {
                line("### " + pick("Active votes", "Active Votes", "Open votes"));
                openVotes.addAll(votes("", true));
            }
            if (maybe()) {
                proposals();
            }
            actions(actions);
            if (maybe()) {
                var other = date.minusDays(14);
                carried.add(other);
                pasted(other, actions);
            }
        }

        /// As in 2018.
        private void underBoldLines() {
            line("**Pinned Items**\n");
            point("Pinned Items", "- ", "");
            line("----------\n");
            for (var section : List.of("New items", "Previous items", "Discussed Items")) {
                line("**" + section + "**\n");
                for (int i = random.nextInt(4); i > 0; i--) {
                    point(section.equals("Previous items") ? "previous" : section, pick("- ", "* "), "");
                    line("    - " + sentence());
                }
                line("");
            }
        }

        private void proposals() {
            line("### CFEPs");
            for (int i = random.nextInt(3); i > 0; i--) {
                int number = random.nextInt(1, 30);
                cfeps.add(number);
                var link = "https://github.com/grove/cfep/pull/" + number;
                links.add(link);
                line("* [cfep-%02d](%s) seeds".formatted(number, link));
                points.add(
                        new Point("cfeps", new Item(Optional.empty(), List.of(), "cfep-%02d seeds".formatted(number))));
                if (maybe()) {
                    var end = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(900));
                    line("    * " + pick("Active vote, ends on ", "Vote ended ", "**Active vote**, ends on ") + end);
                    votes.add(number + " " + end);
                }
            }
        }

        /// Minutes of an earlier meeting with all their parts; only what is to be done counts.
        private void pasted(LocalDate date, List<Item> actions) {
            if (maybe()) {
                line("# " + date + " grove meeting\n\n## Attendees\n\n* Linden\n* Maple\n");
            }
            line("## Agenda " + date);
            line("### From previous meeting(s)");
            line("* [x] " + sentence());
            if (maybe()) {
                line("### Your __new__() agenda items\n* [ ] (AB) " + sentence() + "\n    * below");
            }
            if (maybe()) {
                actions(actions);
            }
        }

        /// An item of an agenda without a presenter.
        private void point(String section, String bullet, String box) {
            var text = sentence();
            line(bullet + box + text);
            points.add(new Point(section, new Item(done(box), List.of(), text)));
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

        private List<Attendee> attendees() {
            var all = new ArrayList<>(NAMES);
            var names = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> all.remove(random.nextInt(all.size())))
                    .toList();
            var people = names.stream()
                    .map(name -> new Attendee(name, Optional.empty(), Optional.empty()))
                    .toList();
            switch (random.nextInt(8)) {
                case 0 -> {
                    line("## Attendees\n");
                    names.forEach(name -> line("* " + name));
                    line("* ");
                }
                case 1 -> line("## Attendees\n\n" + String.join(", ", names));
                case 2 -> {
                    people = table(names);
                    line("\n%d people total".formatted(names.size()));
                }
                case 3 -> {
                    people = new ArrayList<>(table(names));
                    line("\n+ Yew");
                    people.add(new Attendee("Yew", Optional.empty(), Optional.empty()));
                }
                case 4 -> {
                    line("**Attendees**\n");
                    names.forEach(name -> line("[" + name + "](https://example.org/" + random.nextInt(9) + ")\n"));
                }
                case 5 -> {
                    line("## Attendees\n"
                            + pick("", "\n* \n", "\nX people total\n", "List the attendees for the meeting\n"));
                    people = List.of();
                }
                case 6 -> {
                    line("## Attendees\n");
                    people = List.of(
                            new Attendee("Alder", Optional.of("alder-tree"), Optional.empty()),
                            new Attendee("Birch B.", Optional.empty(), Optional.of("BB")),
                            new Attendee("@cedar", Optional.of("cedar"), Optional.empty()));
                    line("- Alder (@alder-tree)\n- Birch B. (BB), Grove\n- @cedar");
                }
                default -> {
                    line("## Attendees\nList the attendees for the meeting\n");
                    names.forEach(name -> line(pick("    - ", "\t- ", "\u00a0  - ") + name));
                }
            }
            line("");
            return people;
        }

        private List<Attendee> table(List<String> names) {
            var people = new ArrayList<Attendee>();
            line("## Attendees\n\n| Name | Initials | GitHub ID | Affiliation |\n| --- | --- | --- | --- |");
            for (var name : names) {
                var initials = pick("", SHORT.get(people.size()));
                var login = pick("", "tree", "@tree");
                line("| %s | %s | %s | Grove |".formatted(name, initials, login));
                people.add(new Attendee(
                        name,
                        login.isEmpty() ? Optional.empty() : Optional.of("tree"),
                        initials.isEmpty() ? Optional.empty() : Optional.of(initials)));
                if (random.nextInt(6) == 0) {
                    line(pick("|      |          |           |             |", "| Your Name |  |  |  |"));
                }
            }
            line("|      |          |           |             |");
            return people;
        }

        private void standing(List<String> openVotes) {
            line("### Standing items");
            line("* [x] intros");
            points.add(new Point("standing", new Item(Optional.of(true), List.of(), "intros")));
            line("    * nobody new");
            if (maybe()) {
                var box = pick("[x] ", "[ ] ", "[X] ");
                var people = maybe() ? List.of("AB") : List.<String>of();
                line("* " + box + (people.isEmpty() ? "" : "(AB) ") + "open votes");
                points.add(new Point("standing", new Item(done(box), people, "open votes")));
                openVotes.addAll(votes("    ", false));
            }
            line("* [ ] budget\n");
            points.add(new Point("standing", new Item(Optional.of(false), List.of(), "budget")));
        }

        private List<String> votes(String indent, boolean onAgenda) {
            if (random.nextInt(3) == 0) {
                var none = pick("none", "None yet", "none this week");
                line(indent + "* " + none);
                if (onAgenda) {
                    points.add(new Point("votes", new Item(Optional.empty(), List.of(), none)));
                }
                return List.of();
            }
            return IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> {
                        var people = maybe() ? List.of("AB") : List.<String>of();
                        var box = pick("", "[x] ");
                        var text = sentence();
                        var said = (people.isEmpty() ? "" : "(AB) ") + text;
                        line(indent + "* " + box + said);
                        line(indent + "    * " + sentence());
                        if (onAgenda) {
                            points.add(new Point("votes", new Item(done(box), people, text)));
                        }
                        return said;
                    })
                    .toList();
        }

        private void agenda() {
            line("#### From previous meeting(s)");
            point("previous", "* ", "[ ] ");
            line("### "
                    + pick(
                            "Your agenda items",
                            "Your new agenda items",
                            "Your __new__() agenda items",
                            "Your `__new__()` agenda items",
                            "Your __new__ agenda items",
                            "**Your agenda items**",
                            "Your agenda items:"));
            var bullet = pick(BULLETS);
            for (int i = random.nextInt(6); i > 0; i--) {
                var people = new ArrayList<String>();
                var text = sentence();
                var box = pick("", "[ ] ", "[x] ", "[X] ");
                var start = box.isEmpty() || random.nextInt(4) > 0 ? bullet : "";
                line(start + box + presenter(people) + text + pick("", "  ", "\t"));
                points.add(new Point("new", new Item(done(box), people, text)));
                for (int below = random.nextInt(3); below > 0; below--) {
                    line(pick("    ", "\t", "\u00a0   ", "  ", "\u00a0 \u00a0")
                            + pick(BULLETS)
                            + pick("", "[ ] ", "( ) [x] ")
                            + sentence());
                }
                if (random.nextInt(5) == 0) {
                    line(pick("    1. ", "continued: ", "    ") + sentence());
                }
                if (random.nextInt(5) == 0) {
                    line(bullet + "[ ]");
                }
            }
            if (random.nextInt(4) == 0) {
                line("\n```\n* [ ] code\n```");
            }
            line("");
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

        private void actions(List<Item> items) {
            line("## "
                    + pick("TODOs", "New Action items", "Check in on previous action items", "Action items", "TODO:"));
            if (maybe()) {
                line("### " + pick("Last meeting", "2 meetings ago"));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                if (random.nextInt(3) == 0) {
                    line(pick(
                            "2022-06-01",
                            "2022-06-01\n2022-06-15",
                            "* 2022-06-01",
                            "* [2022-06-01](https://example.org)",
                            "[2022-06-01](https://example.org)\n",
                            "**Grove**"));
                }
                var box = pick("[ ] ", "[x] ", "[X] ");
                var text = pick("", "Filipe: ", "TODO: ") + sentence() + pick("", " (Matt B.)");
                var owners = pick(List.of(
                        List.<String>of(),
                        List.of("AB"),
                        List.of("AB", "CoB"),
                        List.of("Alder", "Birch"),
                        List.of("???"),
                        List.of("Alder?")));
                var marker = owners.isEmpty()
                        ? pick("", "() ")
                        : "(" + String.join(pick("/", ", "), owners) + ")" + pick(" ", ": ");
                line(pick("* ", "- ", "+ ", "    * ", "\t- ", "", "* ( ) ", "\u00a0 * ") + box + marker + text);
                items.add(new Item(done(box), owners, text));
            }
            line("");
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
