package org.condaforge.quorate.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What core members do with action items: tick them, say whose they are, add new ones. What is recorded here holds,
/// whatever minutes say later; where they differ, the item says so.
@Service
@Transactional
public class ActionService {

    /// The longest text of an item that is added here.
    public static final int LONGEST = 1_000;

    /// How many owners an item may be given.
    public static final int MOST_OWNERS = 10;

    private final ActionStore store;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ActionService(
            ActionStore store,
            MemberService members,
            CurrentMember currentMember,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.members = members;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// Ticks an item, or takes the tick back. Taken back, an item that the minutes never ticked is again what they say
    /// of it. Nothing happens where it is so already.
    ///
    /// @throws IllegalArgumentException where there is no such item
    public void tick(ActionId id, boolean done) {
        MemberId by = currentMember.requireCore("tick action items");
        record Now(ActionState state, ActionState minutes) {}
        Now now = jdbc.sql("SELECT state, minutes_state FROM action_item WHERE id = :id FOR UPDATE")
                .param("id", id.number())
                .query((row, i) -> new Now(
                        ActionState.valueOf(row.getString("state")),
                        ActionState.valueOf(row.getString("minutes_state"))))
                .optional()
                .orElseThrow(() -> unknown(id));
        if (done == (now.state() == ActionState.DONE)) {
            return;
        }
        boolean asInMinutes = done == (now.minutes() == ActionState.DONE);
        jdbc.sql("UPDATE action_item SET hand_done = :done, hand_by = :by, hand_at = :at WHERE id = :id")
                .param("done", asInMinutes ? null : done)
                .param("by", by.number())
                .param("at", Utc.column(clock.instant()))
                .param("id", id.number())
                .update();
        tell(by, id, done ? "ticked it" : "took the tick back");
    }

    /// Says whose an item is; nobody's where `owners` is empty.
    ///
    /// @throws IllegalArgumentException where there is no such item, or an owner is on no roster
    public void assign(ActionId id, Collection<MemberId> owners) {
        MemberId by = currentMember.requireCore("reassign action items");
        List<Person> people = people(owners);
        int known = jdbc.sql("UPDATE action_item SET assigned_by = :by, assigned_at = :at WHERE id = :id")
                .param("by", by.number())
                .param("at", Utc.column(clock.instant()))
                .param("id", id.number())
                .update();
        if (known == 0) {
            throw unknown(id);
        }
        store.assign(id.number(), people.stream().map(ActionService::owner).toList());
        tell(by, id, people.isEmpty() ? "gave it to nobody" : "gave it to " + names(people));
    }

    /// Adds an item.
    ///
    /// @throws IllegalArgumentException without a text, for one that is too long or is open already, for an owner
    /// on no roster, and for a day that has passed
    public ActionId add(String text, Collection<MemberId> owners, Optional<LocalDate> dueOn) {
        MemberId by = currentMember.requireCore("add action items");
        String given = Words.given(text.replaceAll("\\s+", " "), "Say what is to be done.");
        if (given.length() > LONGEST) {
            throw new IllegalArgumentException("Say it in at most %,d characters.".formatted(LONGEST));
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (dueOn.filter(day -> day.isBefore(today)).isPresent()) {
            throw new IllegalArgumentException("The day by which it is to be done has passed already.");
        }
        refuseTwice(given);
        List<Person> people = people(owners);
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO action_item (text, begun_on, meetings, minutes_state, added_text, added_by, added_at,
                          due_on, assigned_by, assigned_at)
                        VALUES (:text, :today, 0, 'OPEN', :text, :by, :at, :due, :by, :at)""")
                .param("text", given)
                .param("today", today)
                .param("by", by.number())
                .param("at", Utc.column(now))
                .param("due", dueOn.orElse(null))
                .update(key, "id");
        ActionId id = new ActionId(Objects.requireNonNull(key.getKey()).longValue());
        store.assign(id.number(), people.stream().map(ActionService::owner).toList());
        tell(
                by,
                id,
                people.isEmpty() ? "added “%s”".formatted(given) : "added “%s” for %s".formatted(given, names(people)));
        return id;
    }

    private void refuseTwice(String text) {
        ActionWords words = ActionWords.of(text);
        jdbc.sql("SELECT id, text FROM action_item WHERE state = 'OPEN'").query(row -> {
            if (ActionWords.of(row.getString("text")).equals(words)) {
                throw new IllegalArgumentException(
                        "“%s” is open already, as item %d.".formatted(row.getString("text"), row.getLong("id")));
            }
        });
    }

    private List<Person> people(Collection<MemberId> owners) {
        if (owners.size() > MOST_OWNERS) {
            throw new IllegalArgumentException("Give it to at most %d members.".formatted(MOST_OWNERS));
        }
        Map<MemberId, Person> everybody = owners.isEmpty() ? Map.of() : members.people();
        return new LinkedHashSet<>(owners)
                .stream().map(owner -> person(everybody.get(owner))).toList();
    }

    private static Person person(@Nullable Person found) {
        if (found == null) {
            throw new IllegalArgumentException("Give it to people who stand on a roster.");
        }
        return found;
    }

    private static ActionStore.Owner owner(Person person) {
        return new ActionStore.Owner(person.login(), Optional.of(person.id()));
    }

    private static String names(List<Person> people) {
        return people.stream().map(Person::name).collect(Collectors.joining(", "));
    }

    private static IllegalArgumentException unknown(ActionId id) {
        return new IllegalArgumentException("There is no action item %d.".formatted(id.number()));
    }

    private void tell(MemberId by, ActionId id, String what) {
        events.publishEvent(new Act(
                Optional.of(by), clock.instant(), new Act.Subject("action", String.valueOf(id.number())), what));
    }
}
