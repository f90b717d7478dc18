package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.condaforge.quorate.meeting.ActionReader.Filter;
import org.condaforge.quorate.meeting.ActionReader.Order;
import org.condaforge.quorate.meeting.ActionReader.Row;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ActionContract {

    private static final Page.Request PAGE = new Page.Request(0, 50);

    @Autowired
    MeetingService meetings;

    @Autowired
    ActionLedger ledger;

    @Autowired
    ActionReader actions;

    @Autowired
    ActionService service;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    private MemberId alder = new MemberId(0);
    private MemberId birch = new MemberId(0);

    @BeforeEach
    void lay() {
        community.clear();
        alder = community.active("alder");
        birch = community.active("birch");
        community.emeritus("yew");
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private void list(String day, String... items) {
        take(
                day,
                "## TODOs\n"
                        + String.join(
                                "\n", Arrays.stream(items).map(i -> "* " + i).toList()) + "\n");
    }

    private void take(String day, String body) {
        try {
            String text = "# %s grove meeting\n\n%s".formatted(day, body);
            meetings.take(MinutesParser.parse(text, day + ".md"), day + ".md", text);
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    private List<Action> all() {
        return actions.list(Filter.ALL, Order.AGE, PAGE).items().stream()
                .map(Row::action)
                .toList();
    }

    private Action only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private Action called(String text) {
        return all().stream()
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsOneItemWithAllItsMeetings() {
        list("2025-01-01", "[ ] (Alder) prune the hedge", "[ ] (Birch/???) dig");
        list("2025-01-15", "[ ] (Alder) Prune the hedge!", "[x] (Birch/???) dig");
        take("2025-01-29", "## Agenda\n");
        ledger.follow();

        Action hedge = called("Prune the hedge!");
        assertThat(hedge.meetings()).containsExactly(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 15));
        assertThat(hedge.state()).isEqualTo(ActionState.OPEN);
        assertThat(hedge.owners())
                .singleElement()
                .satisfies(owner -> assertThat(owner.key()).isEqualTo("alder"));
        Action dig = called("dig");
        assertThat(dig.tickedOn()).contains(LocalDate.of(2025, 1, 15));
        assertThat(dig.owners()).extracting(Action.Owner::key).containsExactly("birch", "???");
        assertThat(actions.figures().open()).isEqualTo(1);
        assertThat(actions.figures().oldest()).contains(LocalDate.of(2025, 1, 1));
        assertThat(actions.openOf(alder)).extracting(Action::id).containsExactly(hedge.id());
        assertThat(actions.openOf(birch)).isEmpty();
        assertThat(actions.lists()).hasSize(2);
        assertThat(actions.wordings(hedge.id()))
                .extracting(ActionReader.Wording::text)
                .containsExactly("prune the hedge", "Prune the hedge!");
    }

    @Test
    void followingAgainWritesNothing() {
        list("2025-01-01", "[ ] (Alder) prune the hedge", "[ ] dig");
        list("2025-01-15", "[x] (Alder) prune the hedge");
        ledger.follow();
        var before = community.everything();
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));

        ledger.follow();

        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void anyOrderOfImportGivesTheSameItems() {
        List<Runnable> files = new ArrayList<>(List.of(
                () -> list("2025-01-01", "[ ] (Alder) prune the hedge", "[ ] send the numbers of the year"),
                () -> list("2025-01-15", "[ ] (Birch) prune the hedge", "[ ] dig"),
                () -> list("2025-01-29", "[ ] (Birch) prune the hedges", "[x] dig"),
                () -> list("2025-02-12", "[x] (Birch) prune the hedges", "[ ] send the numbers of the year"),
                () -> list("2025-02-26", "[ ] dig")));
        List<String> expected = List.of();
        for (int seed = 0; seed < 6; seed++) {
            lay();
            Collections.shuffle(files, new Random(seed));
            for (Runnable file : files) {
                file.run();
                ledger.follow();
            }
            List<String> found = all().stream()
                    .map(a -> "%s %s %s %s %s"
                            .formatted(a.text(), a.state(), a.owners(), a.meetings(), a.tickedOn())
                            .replaceAll("number=\\d+", ""))
                    .sorted()
                    .toList();
            assertThat(found).as("seed %d", seed).hasSize(4);
            expected = expected.isEmpty() ? found : expected;
            assertThat(found).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void keepsItsNumberAndWhatWasRecordedWhateverComesLater() {
        list("2025-01-15", "[ ] (Alder) prune the hedge", "[ ] dig");
        ledger.follow();
        ActionId id = called("prune the hedge").id();
        SignIn.as("birch");
        service.tick(id, true);
        service.assign(id, List.of(birch));

        list("2025-01-01", "[ ] dig", "[ ] (Alder) prune the hedge");
        ledger.follow();
        list("2025-01-15", "[ ] new first line", "[ ] (Alder) prune the hedge soon", "[ ] dig");
        ledger.follow();
        list("2026-04-01", "[ ] (Alder) prune the hedge soon");
        ledger.follow();

        Action hedge = actions.find(id).orElseThrow();
        assertThat(hedge.text()).isEqualTo("prune the hedge soon");
        assertThat(hedge.meetings()).hasSize(3);
        assertThat(hedge.state()).isEqualTo(ActionState.DONE);
        assertThat(hedge.stillOpenIn()).contains(LocalDate.of(2026, 4, 1));
        assertThat(hedge.owners()).extracting(Action.Owner::key).containsExactly("birch");
        assertThat(hedge.ownersInMinutes()).contains("Alder");
        assertThat(actions.openOf(birch)).isEmpty();
    }

    @Test
    void keepsItsNumberWhenItsOnlyLineIsCorrected() {
        list("2025-01-15", "[ ] prune the hegde at the gate", "[ ] dig");
        ledger.follow();
        ActionId id = called("prune the hegde at the gate").id();

        list("2025-01-15", "[ ] water the roots", "[ ] dig", "[ ] prune the hedge at the gate");
        ledger.follow();

        assertThat(called("prune the hedge at the gate").id()).isEqualTo(id);
        assertThat(all()).hasSize(3);
    }

    @Test
    void forgetsWhatNoMinutesHaveButNotWhatSomebodyRecorded() {
        list("2025-01-15", "[ ] prune the hedge", "[ ] dig deep");
        ledger.follow();
        ActionId dig = called("dig deep").id();
        SignIn.as("alder");
        service.tick(dig, true);

        list("2025-01-15", "[ ] water the roots");
        ledger.follow();

        assertThat(all()).extracting(Action::text).containsExactlyInAnyOrder("dig deep", "water the roots");
        assertThat(actions.find(dig).orElseThrow().done()).isTrue();
    }

    @Test
    void listsOfPastedAgendasAreNoLaterSightings() {
        list("2025-01-01", "[ ] prune the hedge", "[ ] dig");
        take("2025-01-15", """
                ## Agenda 2025-01-15

                ### TODOs
                * [ ] dig

                ## Agenda 2025-01-01

                ### TODOs
                * [ ] prune the hedge
                * [ ] dig
                """);
        ledger.follow();

        assertThat(called("prune the hedge").state()).isEqualTo(ActionState.GONE);
        assertThat(called("dig").meetings()).hasSize(2);
    }

    @Test
    void aListBelowAPastedAgendaIsTheMeetingsOwnWhereItHasNoOther() {
        take("2025-01-15", "## Agenda 2025-01-15\n* [ ] roots\n\n## Agenda 2025-01-01\n\n### TODOs\n* [ ] dig\n");
        ledger.follow();

        assertThat(only().meetings()).containsExactly(LocalDate.of(2025, 1, 15));
    }

    @Test
    void coreMembersTickAndUntick() {
        list("2025-01-15", "[ ] dig");
        ledger.follow();
        ActionId id = only().id();
        SignIn.as("alder");

        service.tick(id, true);
        service.tick(id, true);
        assertThat(only().state()).isEqualTo(ActionState.DONE);
        assertThat(only().ticked())
                .hasValueSatisfying(tick -> assertThat(tick.by().name()).isEqualTo("Alder"));
        assertThat(only().stillOpenIn()).isEmpty();
        service.tick(id, false);
        assertThat(only().state()).isEqualTo(ActionState.OPEN);
        assertThat(only().ticked()).isEmpty();
        assertThat(community.count("journal", "subject_kind = 'action' AND subject_key = '" + id.number() + "'"))
                .isEqualTo(2);
    }

    @Test
    void aTickOfTheMinutesIsTakenBackHere() {
        list("2025-01-15", "[x] dig");
        ledger.follow();
        SignIn.as("alder");

        service.tick(only().id(), false);
        ledger.follow();

        assertThat(only().state()).isEqualTo(ActionState.OPEN);
        assertThat(only().doneIn()).contains(LocalDate.of(2025, 1, 15));
    }

    @Test
    void coreMembersAddItemsThatMinutesCarryOn() {
        SignIn.as("alder");
        ActionId id =
                service.add("  Ask the\nmirror host  ", List.of(birch, birch), Optional.of(LocalDate.of(2026, 5, 1)));

        Action added = only();
        assertThat(added.text()).isEqualTo("Ask the mirror host");
        assertThat(added.owners()).extracting(Action.Owner::label).containsExactly("Birch");
        assertThat(added.dueOn()).contains(LocalDate.of(2026, 5, 1));
        assertThat(added.firstSeen()).isEmpty();
        assertThat(actions.openOf(birch)).hasSize(1);
        ledger.follow();
        assertThat(only()).isEqualTo(added);

        list("2026-04-01", "[ ] (Alder) ask the mirror host about renewal");
        ledger.follow();
        assertThat(only().id()).isEqualTo(id);
        assertThat(only().lastSeen()).contains(LocalDate.of(2026, 4, 1));
        assertThat(only().owners()).extracting(Action.Owner::label).containsExactly("Birch");
    }

    @Test
    void refusesWhatMakesNoSense() {
        SignIn.as("alder");
        ActionId id = service.add("dig", List.of(), Optional.empty());

        assertRefused(() -> service.add(" ", List.of(), Optional.empty()), "Say what is to be done.");
        assertRefused(() -> service.add("x".repeat(1_001), List.of(), Optional.empty()), "at most 1,000");
        assertRefused(
                () -> service.add("Dig!", List.of(), Optional.empty()), "is open already, as item " + id.number());
        assertRefused(
                () -> service.add("plant", List.of(), Optional.of(LocalDate.of(2026, 1, 1))), "has passed already");
        assertRefused(() -> service.add("plant", List.of(new MemberId(99_999)), Optional.empty()), "on a roster");
        assertRefused(() -> service.assign(id, List.of(new MemberId(99_999))), "on a roster");
        assertRefused(() -> service.assign(new ActionId(99_999), List.of()), "no action item 99999");
        assertRefused(() -> service.tick(new ActionId(99_999), true), "no action item 99999");
        assertThat(all()).hasSize(1);
    }

    private static void assertRefused(Runnable act, String why) {
        assertThatThrownBy(act::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void onlyCoreMembersAct() {
        list("2025-01-15", "[ ] dig");
        ledger.follow();
        ActionId id = only().id();
        for (String login : List.of("", "yew", "sorrel")) {
            if (login.isEmpty()) {
                SignIn.out();
            } else {
                SignIn.as(login);
            }
            assertThatThrownBy(() -> service.tick(id, true)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> service.assign(id, List.of(alder))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> service.add("plant", List.of(), Optional.empty()))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(only().state()).isEqualTo(ActionState.OPEN);
    }

    @Test
    void ownersAreRecognisedWhenTheRosterComesLater() {
        list("2025-01-15", "[ ] (Cedar) dig");
        ledger.follow();
        assertThat(only().owners().getFirst().member()).isEmpty();

        MemberId cedar = community.active("cedar");
        ledger.follow();

        assertThat(actions.openOf(cedar)).hasSize(1);
    }

    @Test
    void listsByOwnerStateAndPage() {
        list("2025-01-01", "[ ] (Birch) prune the hedge", "[x] (Alder) rake");
        list("2025-01-15", "[ ] (Birch) prune the hedge", "[ ] (Alder/Birch) dig", "[ ] sow", "[ ] (Zelkova) climb");
        ledger.follow();

        assertThat(actions.list(Filter.in(ActionState.OPEN), Order.OWNER, PAGE).items())
                .extracting(row -> row.under().map(Action.Owner::label).orElse("-") + " "
                        + row.action().text())
                .containsExactly("Alder dig", "Birch prune the hedge", "Birch dig", "Zelkova climb", "- sow");
        for (Order order : Order.values()) {
            assertThat(actions.list(new Filter(Optional.of(ActionState.OPEN), Optional.of("BIRCH")), order, PAGE)
                            .items())
                    .extracting(row -> row.action().text())
                    .containsExactly("prune the hedge", "dig");
            assertThat(actions.list(new Filter(Optional.empty(), Optional.of("zelkova")), order, PAGE)
                            .total())
                    .isEqualTo(1);
        }
        Page<Row> second = actions.list(Filter.ALL, Order.AGE, new Page.Request(1, 2));
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).extracting(row -> row.action().text()).containsExactly("dig", "sow");
    }
}
