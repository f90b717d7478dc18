package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Drafts of agendas with random content, much of it such that it means something to Markdown or to the reader of
/// minutes.
final class RandomAgenda {

    private static final List<String> WORDS = List.of(
            "seeds",
            "oak",
            "Soil",
            "roots,",
            "über",
            "樹",
            "🌳",
            "a_b_c",
            "__init__",
            "_leaf_",
            "*bark*",
            "**",
            "2 * 3",
            "`code`",
            "``",
            "[x]",
            "[ ]",
            "[link](https://example.org)",
            "![i](j)",
            "[r]: /u",
            "<b>",
            "<!--",
            "-->",
            "&amp;",
            "&#42;",
            "A & B",
            "R&D",
            "~~gone~~",
            "~",
            "\\",
            "\\*",
            "C:\\dir\\",
            "| cell |",
            "|---|",
            "# head",
            "#12",
            "===",
            "---",
            "- dash",
            "+ plus",
            "> quote",
            "1. one",
            "2) two",
            "2.0",
            "(AB)",
            "()",
            "(AB/CD):",
            "[CD]",
            "AB:",
            "Oak: leaf",
            "TODO: prune",
            "todo",
            "x86",
            "5%",
            "@alder",
            "cfep-06",
            "CFEP 12",
            "cfep_7",
            "https://github.com/grove/oak/pull/4",
            "https://example.org/a_b?c=d&e=f",
            "none",
            "None yet",
            "open votes",
            "Active votes",
            "Attendees",
            "agenda items",
            "2020-01-31",
            "vote ends on 2020-01-31",
            "\n",
            "\r\n",
            "\t",
            "\u00a0",
            "\u2028",
            "\u0000",
            "\ud83c",
            "\ufeff",
            "\u202e",
            "```",
            "~~~",
            "$x$",
            "==m==",
            "{{y}}",
            ":tree:",
            "'s",
            "\"q\"",
            "e.g.",
            "end\\",
            "- [ ] x",
            "* [x] y",
            "1986\\. A",
            "<script>alert(1)</script>",
            "|",
            ":");
    private static final List<String> PEOPLE = List.of(
            "AB",
            "CoB",
            "alder",
            "Élise Elm",
            "dogwood-2",
            "???",
            "Alder?",
            "A/B",
            "(x)",
            "J. Holly",
            "via",
            "Fir and Ash",
            "a_b",
            "`c`",
            "[d]",
            "樹",
            " ",
            "<e>",
            "Gi + Ho");

    private final RandomGenerator random;

    private RandomAgenda(RandomGenerator random) {
        this.random = random;
    }

    static AgendaDraft of(RandomGenerator random) {
        return new RandomAgenda(random).draft();
    }

    private AgendaDraft draft() {
        return new AgendaDraft(
                day(),
                Stream.concat(some(2, this::point).stream(), Stream.of(plain("open votes")))
                        .toList(),
                some(4, this::point),
                some(4, this::point),
                some(2, this::point),
                some(3, () -> new AgendaDraft.OpenVote(text(), some(2, this::text))),
                some(
                        3,
                        () -> new AgendaDraft.OpenCfep(
                                random.nextInt(1, 99),
                                text(),
                                random.nextBoolean()
                                        ? Optional.of("https://example.org/" + random.nextInt(9))
                                        : Optional.of(text()),
                                some(2, this::text))),
                some(
                        3,
                        () -> new AgendaDraft.Todos(
                                day(),
                                some(
                                        4,
                                        () -> new AgendaDraft.Todo(
                                                random.nextBoolean(), people(), text(), some(1, this::text))))));
    }

    private static AgendaDraft.Point plain(String text) {
        return new AgendaDraft.Point(false, List.of(), text);
    }

    private AgendaDraft.Point point() {
        return new AgendaDraft.Point(random.nextBoolean(), people(), text());
    }

    private List<String> people() {
        return random.nextBoolean() ? List.of() : some(3, () -> PEOPLE.get(random.nextInt(PEOPLE.size())));
    }

    private String text() {
        int words = random.nextInt(40) == 0 ? 400 : random.nextInt(6);
        String between = random.nextInt(4) == 0 ? "" : " ";
        return IntStream.range(0, words)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(between));
    }

    private LocalDate day() {
        return LocalDate.of(2016, 1, 1).plusDays(random.nextInt(5_000));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }
}
