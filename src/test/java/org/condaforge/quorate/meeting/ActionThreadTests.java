package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.condaforge.quorate.meeting.ActionChain.Added;
import org.condaforge.quorate.meeting.ActionChain.Line;
import org.junit.jupiter.api.Test;

class ActionThreadTests {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 6);

    private final SortedMap<LocalDate, List<Line>> lists = new TreeMap<>();

    /// The list of the next meeting: "owners: text", with "x " in front where it is ticked.
    private void list(String... items) {
        LocalDate day = FIRST.plusDays(14L * lists.size());
        List<Line> lines = new ArrayList<>();
        for (String item : items) {
            boolean done = item.startsWith("x ");
            String[] parts = (done ? item.substring(2) : item).split(": ", 2);
            lines.add(new Line(day, lines.size(), done, parts.length == 1 ? "" : parts[0], parts[parts.length - 1]));
        }
        lists.put(day, lines);
    }

    private List<ActionChain> chains(Added... added) {
        return ActionThread.through(lists, List.of(added));
    }

    private static LocalDate meeting(int number) {
        return FIRST.plusDays(14L * number);
    }

    @Test
    void theSameItemInLaterMinutesIsOneItemCarriedOn() {
        list("Elm: prune the hedge", "Fir: dig");
        list("Fir: Dig.", "Elm: ~~Prune~~ the hedge");
        list("x Elm: prune the hedge https://example.org/3");

        assertThat(chains())
                .extracting(chain -> chain.lines().size(), ActionChain::state)
                .containsExactly(tuple(3, ActionState.DONE), tuple(2, ActionState.GONE));
        assertThat(chains().getFirst().tickedOn()).contains(meeting(2));
    }

    @Test
    void otherOwnersMakeItReassignedNotNew() {
        list("Elm: prune the hedge");
        list("Fir: prune the hedge");

        assertThat(chains())
                .singleElement()
                .satisfies(chain ->
                        assertThat(chain.lines()).extracting(Line::owners).containsExactly("Elm", "Fir"));
    }

    @Test
    void theSameOwnersComeFirst() {
        list("Elm: prune", "Fir: prune");
        list("Fir: prune", "Elm: prune", "Oak: prune");

        assertThat(chains())
                .extracting(chain -> chain.lines().getFirst().owners() + "-"
                        + chain.lines().getLast().owners())
                .containsExactly("Elm-Elm", "Fir-Fir", "Oak-Oak");
    }

    @Test
    void anEditGoesFromOneListToTheNextOnly() {
        list("prune the hedge at the gate");
        list("prune the hedges at the gate");
        list("something else entirely");
        list("prune the hedge at the gates");

        assertThat(chains()).extracting(chain -> chain.lines().size()).containsExactly(2, 1, 1);
    }

    @Test
    void twoLinesOfOneListAreNeverTheSameItem() {
        list("prune the hedge at the gate", "prune the hedge at the gate", "prune the hedges at the gate");
        list("prune the hedge at the gate");

        assertThat(chains()).extracting(chain -> chain.lines().size()).containsExactly(2, 1, 1);
    }

    @Test
    void aMeetingWithoutAListMakesNothingGone() {
        list("prune the hedge");
        list();
        assertThat(chains()).singleElement().extracting(ActionChain::state).isEqualTo(ActionState.OPEN);

        list("dig");
        assertThat(chains().getFirst().state()).isEqualTo(ActionState.GONE);

        list("prune the hedge");
        assertThat(chains().getFirst().state()).isEqualTo(ActionState.OPEN);
        assertThat(chains().getFirst().lines()).hasSize(2);
    }

    @Test
    void whatWasTickedAndLeftTheListBeginsAnew() {
        list("x send the numbers");
        list("dig");
        list("send the numbers");

        assertThat(chains())
                .extracting(ActionChain::state)
                .containsExactly(ActionState.DONE, ActionState.GONE, ActionState.OPEN);
    }

    @Test
    void aTickTakenBackMakesItOpen() {
        list("x prune");
        list("prune");
        assertThat(chains()).singleElement().satisfies(chain -> {
            assertThat(chain.state()).isEqualTo(ActionState.OPEN);
            assertThat(chain.tickedOn()).isEmpty();
        });
    }

    @Test
    void whatWasAddedHereIsCarriedOnByLaterMinutes() {
        list("tell the group about the fund");
        list("tell the students about the fund");
        Added added = new Added(7, FIRST.plusDays(3), "Tell the students about the fund");
        Added waiting = new Added(8, FIRST.plusDays(400), "dig");

        assertThat(chains(added, waiting))
                .filteredOn(chain -> chain.added().isPresent())
                .extracting(chain -> chain.added().get(), chain -> chain.lines().size(), ActionChain::state)
                .containsExactly(tuple(7L, 1, ActionState.OPEN), tuple(8L, 0, ActionState.OPEN));
    }

    /// Random lists out of few words, so that all kinds of meetings of wording occur.
    @Test
    void everyLineIsOneItemAndNoItemHasTwoLinesOfAMeeting() {
        List<String> words = List.of("prune", "the", "hedge", "hedges", "gate", "7", "at");
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            lists.clear();
            int all = 0;
            for (int meeting = 0; meeting < 6; meeting++) {
                String[] items = new String[random.nextInt(6)];
                for (int i = 0; i < items.length; i++) {
                    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "x " : "")
                            .append(List.of("Elm: ", "Fir: ", "").get(random.nextInt(3)));
                    for (int w = 0; w < 1 + random.nextInt(4); w++) {
                        text.append(words.get(random.nextInt(words.size()))).append(' ');
                    }
                    items[i] = text.toString().strip();
                }
                all += items.length;
                list(items);
            }
            List<ActionChain> chains = chains();
            assertThat(chains.stream().mapToInt(chain -> chain.lines().size()).sum())
                    .as("seed %d", seed)
                    .isEqualTo(all);
            for (ActionChain chain : chains) {
                Set<LocalDate> days = new HashSet<>();
                assertThat(chain.lines()).as("seed %d", seed).allMatch(line -> days.add(line.meeting()));
                assertThat(chain.lines()).extracting(Line::meeting).isSorted();
            }
            assertThat(chains()).isEqualTo(chains);
        }
    }

    @Test
    void aListOfAHundredThousandLinesIsReadToo() {
        String[] many = new String[100_000];
        Arrays.setAll(many, i -> i % 2 == 0 ? "prune the hedge" : "prune the hedge at gate " + i);
        list(many);
        list(many);

        assertThat(chains()).hasSize(100_000).allMatch(chain -> chain.lines().size() == 2);
    }
}
