package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.AgendaDraft.OpenCfep;
import org.condaforge.quorate.meeting.AgendaDraft.OpenVote;
import org.condaforge.quorate.meeting.AgendaDraft.Point;
import org.condaforge.quorate.meeting.AgendaDraft.Todo;
import org.condaforge.quorate.meeting.AgendaDraft.Todos;
import org.condaforge.quorate.proposal.CfepReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaWriterTests {

    private static final int CASES = 5_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private static AgendaDraft draft(List<Point> previous, List<OpenVote> votes, List<Todos> todos) {
        return new AgendaDraft(
                DAY,
                List.of(new Point(false, List.of(), "open votes")),
                previous,
                List.of(),
                List.of(),
                votes,
                List.of(new OpenCfep(
                        12, "Licences of seeds", Optional.of("https://example.org/23"), List.of("Proposed"))),
                todos);
    }

    @Test
    void writesTheFormInWhichCoreKeepsItsMinutes() {
        String agenda = AgendaWriter.write(draft(
                List.of(new Point(false, List.of("AB", "CD"), "hedge_rows *now*")),
                List.of(new OpenVote("CFEP-12: Licences", List.of("Would pass if two more take part."))),
                List.of(new Todos(
                        LocalDate.of(2026, 11, 11),
                        List.of(new Todo(false, List.of("alder"), "dig", List.of("to be done by 2026-12-01")))))));

        assertThat(agenda).isEqualTo("""
                # 2026-11-25 core meeting

                ## Attendees

                | Name | Initials | GitHub ID | Affiliation |
                | ---- | -------- | --------- | ----------- |
                |      |          |           |             |

                ## Agenda 2026-11-25

                ### Standing items

                * [ ] open votes

                ### From previous meeting(s)

                * [ ] (AB/CD) hedge_rows \\*now\\*

                ### Your __new__() agenda items

                * [ ]
                * [ ]
                * [ ]

                ### Pushed to next meeting

                ### Active votes

                * CFEP-12: Licences
                    * Would pass if two more take part.

                ### CFEPs

                * [cfep-12](https://example.org/23) Licences of seeds
                    * Proposed

                ### TODOs

                2026-11-11

                * [ ] (alder) dig
                    * to be done by 2026-12-01

                """);
    }

    @Test
    void anAgendaAsItIsWrittenHasNothingThatTheReaderDoesNotUnderstand() throws UnreadableMinutes {
        String agenda = AgendaWriter.write(draft(
                List.of(new Point(false, List.of(), "hedge")),
                List.of(new OpenVote("CFEP-12: Licences", List.of("Takes ballots up to 2026-12-03 17:00 UTC."))),
                List.of(new Todos(DAY.minusDays(14), List.of(new Todo(false, List.of(), "dig", List.of()))))));

        Minutes read = MinutesParser.parse(agenda, DAY + ".md");

        assertThat(read.problems()).isEmpty();
        assertThat(read.votes()).isEmpty();
        assertThat(read.attendees()).isEmpty();
        assertThat(read.carriedAgendas()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hedge_rows at 5% (later)",
                "[x] looks ticked",
                "(AB) looks like a presenter",
                "AB: looks like one, too",
                "<b>HTML</b> &amp; *emphasis* `code`",
                "| a | table |",
                "ends with a backslash \\",
                "1. looks like a list",
                "none"
            })
    void keepsAnOrdinaryTextAsItIs(String text) throws UnreadableMinutes {
        AgendaDraft draft = draft(
                List.of(new Point(true, List.of(), text)),
                List.of(),
                List.of(new Todos(DAY, List.of(new Todo(true, List.of(), text, List.of())))));

        Minutes read = MinutesParser.parse(AgendaWriter.write(draft), "");

        assertThat(read.agendaItems())
                .filteredOn(item -> item.section().equals("previous"))
                .singleElement()
                .isEqualTo(new Minutes.AgendaItem(
                        "previous",
                        Optional.of(true),
                        List.of(),
                        text,
                        read.agendaItems().get(1).line()));
        assertThat(read.actionItems())
                .singleElement()
                .satisfies(item -> assertThat(item.text()).isEqualTo(text));
    }

    @Test
    void cutsWhatNobodyWouldReadBetweenWords() {
        Point point = new Point(false, List.of(), "leaf ".repeat(400));

        assertThat(point.text()).hasSizeBetween(900, 1_000).endsWith("leaf …");
        assertThat(new Point(false, List.of(), point.text())).isEqualTo(point);
    }

    /// What is written is read back, whatever it is. The seed of what is not stands in the message.
    @Test
    void readsBackWhatIsWritten() throws UnreadableMinutes {
        for (long seed = 0; seed < CASES; seed++) {
            AgendaDraft draft = RandomAgenda.of(new Random(seed));
            String text = AgendaWriter.write(draft);
            Minutes read = MinutesParser.parse(text, "minutes.md");
            String told = "seed %d:%n%s".formatted(seed, text);

            assertThat(read.date()).as(told).isEqualTo(draft.date());
            assertThat(read.title()).as(told).isEqualTo(draft.title());
            assertThat(read.attendees()).as(told).isEmpty();
            assertThat(read.agendaItems().stream().map(AgendaWriterTests::item))
                    .as(told)
                    .isEqualTo(items(draft));
            assertThat(read.openVotes())
                    .as(told)
                    .isEqualTo(draft.votes().stream().map(OpenVote::text).toList());
            assertThat(read.actionItems().stream().map(i -> new Item("", Optional.of(i.done()), i.owners(), i.text())))
                    .as(told)
                    .isEqualTo(actions(draft));
            assertThat(read.mentions().stream().map(Minutes.Mention::cfep))
                    .as(told)
                    .containsAll(cfeps(draft));
            assertThat(read.carriedAgendas()).as(told).isEmpty();
        }
    }

    /// What is read back is written as the same text again.
    @Test
    void writesWhatItReadBackAlike() {
        for (long seed = 0; seed < 500; seed++) {
            AgendaDraft draft = RandomAgenda.of(new Random(seed));
            AgendaDraft again = new AgendaDraft(
                    draft.date(),
                    draft.standing().stream().map(AgendaWriterTests::again).toList(),
                    draft.previous().stream().map(AgendaWriterTests::again).toList(),
                    draft.fresh(),
                    draft.pushed(),
                    draft.votes().stream()
                            .map(vote -> new OpenVote(vote.text(), vote.notes()))
                            .toList(),
                    draft.cfeps(),
                    draft.todos());

            assertThat(again).as("seed %d", seed).isEqualTo(draft);
        }
    }

    private static Point again(Point point) {
        return new Point(point.done(), point.presenters(), point.text());
    }

    private record Item(String section, Optional<Boolean> done, List<String> people, String text) {}

    private static Item item(Minutes.AgendaItem item) {
        return new Item(item.section(), item.done(), item.presenters(), item.text());
    }

    private static List<Item> items(AgendaDraft draft) {
        List<Item> items = new ArrayList<>();
        add(items, "standing", draft.standing());
        add(items, "previous", draft.previous());
        add(items, "new", draft.fresh());
        add(items, "pushed", draft.pushed());
        draft.votes().forEach(vote -> items.add(new Item("votes", Optional.empty(), List.of(), vote.text())));
        draft.cfeps()
                .forEach(cfep -> items.add(
                        new Item("cfeps", Optional.empty(), List.of(), (cfep.label() + " " + cfep.title()).strip())));
        return items;
    }

    private static void add(List<Item> items, String section, List<Point> points) {
        points.forEach(p -> items.add(new Item(section, Optional.of(p.done()), p.presenters(), p.text())));
    }

    private static List<Item> actions(AgendaDraft draft) {
        return draft.todos().stream()
                .flatMap(group -> group.items().stream())
                .map(todo -> new Item("", Optional.of(todo.done()), todo.owners(), todo.text()))
                .toList();
    }

    private static TreeSet<Integer> cfeps(AgendaDraft draft) {
        TreeSet<Integer> numbers = new TreeSet<>();
        draft.cfeps().forEach(cfep -> numbers.add(cfep.number()));
        Stream.of(
                        draft.previous().stream().map(Point::text),
                        draft.votes().stream().map(OpenVote::text),
                        draft.todos().stream().flatMap(g -> g.items().stream()).map(Todo::text))
                .flatMap(texts -> texts)
                .flatMap(text -> CfepReference.in(text).stream())
                .forEach(reference -> numbers.add(reference.number()));
        return numbers;
    }
}
