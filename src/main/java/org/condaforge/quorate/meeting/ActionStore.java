package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.condaforge.quorate.meeting.ActionChain.Added;
import org.condaforge.quorate.meeting.ActionChain.Line;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// The rows the ledger of action items reads and writes, many at a time.
@Component
class ActionStore {

    /// An item as it is stored; `byHand`: something of it was recorded here.
    record Stored(long id, ActionFacts facts, Optional<Added> added, boolean byHand) {}

    /// A line of minutes that is an item.
    record Sighting(LocalDate meeting, int position, String wording) {}

    /// An owner as written, and the member that is.
    record Owner(String name, Optional<MemberId> member) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;

    ActionStore(JdbcClient jdbc, NamedParameterJdbcTemplate many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    /// One ledger at a time.
    void lock() {
        jdbc.sql("SELECT held_on FROM meeting ORDER BY held_on LIMIT 1 FOR UPDATE")
                .query(LocalDate.class)
                .list();
    }

    /// The lines of every meeting's action items, without those of pasted earlier lists.
    SortedMap<LocalDate, List<Line>> lists() {
        Map<LocalDate, Set<Integer>> pasted = new HashMap<>();
        jdbc.sql("""
                        SELECT held_on, minutes FROM meeting
                        WHERE held_on IN (SELECT meeting FROM meeting_carried_agenda)
                          AND held_on IN (SELECT meeting FROM meeting_action_item)""").query(row -> {
            LocalDate date = row.getObject("held_on", LocalDate.class);
            pasted.put(date, PastedLists.linesIn(row.getString("minutes"), date));
        });
        SortedMap<LocalDate, List<Line>> lists = new TreeMap<>();
        jdbc.sql("""
                        SELECT meeting, position, done, owners, text, line FROM meeting_action_item
                        ORDER BY meeting, position""").query(row -> {
            LocalDate date = row.getObject("meeting", LocalDate.class);
            List<Line> list = lists.computeIfAbsent(date, d -> new ArrayList<>());
            if (!pasted.getOrDefault(date, Set.of()).contains(row.getInt("line"))) {
                list.add(new Line(
                        date,
                        row.getInt("position"),
                        row.getBoolean("done"),
                        row.getString("owners"),
                        row.getString("text")));
            }
        });
        return lists;
    }

    List<Stored> items() {
        return jdbc.sql("""
                        SELECT id, text, begun_on, last_on, meetings, minutes_state, ticked_on, added_text, added_at,
                          hand_at, assigned_at
                        FROM action_item ORDER BY id FOR UPDATE""")
                .query((row, i) -> {
                    long id = row.getLong("id");
                    Optional<Added> added = Utc.maybeInstant(row, "added_at").isPresent()
                            ? Optional.of(new Added(
                                    id,
                                    Utc.instant(row, "added_at")
                                            .atOffset(ZoneOffset.UTC)
                                            .toLocalDate(),
                                    row.getString("added_text")))
                            : Optional.empty();
                    return new Stored(
                            id,
                            new ActionFacts(
                                    row.getString("text"),
                                    row.getObject("begun_on", LocalDate.class),
                                    Utc.maybeDate(row, "last_on"),
                                    row.getInt("meetings"),
                                    ActionState.valueOf(row.getString("minutes_state")),
                                    Utc.maybeDate(row, "ticked_on")),
                            added,
                            added.isPresent()
                                    || Utc.maybeInstant(row, "hand_at").isPresent()
                                    || Utc.maybeInstant(row, "assigned_at").isPresent());
                })
                .list();
    }

    Map<Long, List<Sighting>> sightings() {
        Map<Long, List<Sighting>> sightings = new HashMap<>();
        jdbc.sql("SELECT meeting, position, action_id, wording FROM action_sighting ORDER BY meeting, position")
                .query(row -> {
                    sightings
                            .computeIfAbsent(row.getLong("action_id"), id -> new ArrayList<>())
                            .add(new Sighting(
                                    row.getObject("meeting", LocalDate.class),
                                    row.getInt("position"),
                                    row.getString("wording")));
                });
        return sightings;
    }

    /// The names minutes gave to attendees who are members.
    List<Map.Entry<String, MemberId>> attendeeNames() {
        return jdbc.sql("SELECT DISTINCT name, member_id FROM meeting_attendee WHERE member_id IS NOT NULL")
                .query((row, i) -> Map.entry(row.getString("name"), new MemberId(row.getLong("member_id"))))
                .list();
    }

    /// Adds items.
    ///
    /// @return their numbers, in the same order
    List<Long> insert(List<ActionFacts> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        many.batchUpdate(
                """
                INSERT INTO action_item (text, begun_on, last_on, meetings, minutes_state, ticked_on)
                VALUES (:text, :begun, :last, :meetings, :state, :ticked)""", items.stream().map(ActionStore::columns).toArray(SqlParameterSource[]::new), keys, new String[] {
                    "id"
                });
        return keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
    }

    void update(Map<Long, ActionFacts> items) {
        batch(
                """
                UPDATE action_item SET text = :text, begun_on = :begun, last_on = :last, meetings = :meetings,
                  minutes_state = :state, ticked_on = :ticked
                WHERE id = :id""",
                items.entrySet().stream()
                        .map(item -> columns(item.getValue()).addValue("id", item.getKey()))
                        .toList());
    }

    private static MapSqlParameterSource columns(ActionFacts facts) {
        return new MapSqlParameterSource()
                .addValue("text", facts.text())
                .addValue("begun", facts.begunOn())
                .addValue("last", facts.lastOn().orElse(null))
                .addValue("meetings", facts.meetings())
                .addValue("state", facts.state().name())
                .addValue("ticked", facts.tickedOn().orElse(null));
    }

    private record Placed(long item, Sighting sighting) {}

    private static Set<Placed> placed(Map<Long, List<Sighting>> sightings) {
        Set<Placed> placed = new HashSet<>();
        sightings.forEach((item, seen) -> seen.forEach(one -> placed.add(new Placed(item, one))));
        return placed;
    }

    /// Which lines are which items; only what differs is written.
    void seen(Map<Long, List<Sighting>> before, Map<Long, List<Sighting>> after) {
        Set<Placed> old = placed(before);
        Set<Placed> now = placed(after);
        batch(
                "DELETE FROM action_sighting WHERE meeting = :meeting AND position = :position",
                old.stream()
                        .filter(one -> !now.contains(one))
                        .map(ActionStore::columns)
                        .toList());
        batch(
                """
                INSERT INTO action_sighting (meeting, position, action_id, wording)
                VALUES (:meeting, :position, :item, :wording)""",
                now.stream()
                        .filter(one -> !old.contains(one))
                        .map(ActionStore::columns)
                        .toList());
    }

    private static MapSqlParameterSource columns(Placed placed) {
        return new MapSqlParameterSource()
                .addValue("meeting", placed.sighting().meeting())
                .addValue("position", placed.sighting().position())
                .addValue("item", placed.item())
                .addValue("wording", placed.sighting().wording());
    }

    /// Whose the items are by the minutes; only what differs is written.
    void owners(Map<Long, List<Owner>> owners) {
        Map<Long, List<Owner>> old = new HashMap<>();
        jdbc.sql("""
                        SELECT action_id, name, member_id FROM action_owner WHERE by_hand = FALSE
                        ORDER BY action_id, position""").query(row -> {
            old.computeIfAbsent(row.getLong("action_id"), id -> new ArrayList<>())
                    .add(new Owner(
                            row.getString("name"),
                            Utc.maybeLong(row, "member_id").map(MemberId::new)));
        });
        Set<Long> changed = new HashSet<>(old.keySet());
        changed.addAll(owners.keySet());
        changed.removeIf(id -> old.getOrDefault(id, List.of()).equals(owners.getOrDefault(id, List.of())));
        batch(
                "DELETE FROM action_owner WHERE action_id = :item AND by_hand = FALSE",
                changed.stream()
                        .filter(old::containsKey)
                        .map(id -> new MapSqlParameterSource("item", id))
                        .toList());
        List<MapSqlParameterSource> rows = new ArrayList<>();
        changed.forEach(id -> rows.addAll(rows(id, false, owners.getOrDefault(id, List.of()))));
        insertOwners(rows);
    }

    /// Whose the item is, by hand.
    void assign(long item, List<Owner> owners) {
        jdbc.sql("DELETE FROM action_owner WHERE action_id = :item AND by_hand = TRUE")
                .param("item", item)
                .update();
        insertOwners(rows(item, true, owners));
    }

    private static List<MapSqlParameterSource> rows(long item, boolean byHand, List<Owner> owners) {
        List<MapSqlParameterSource> rows = new ArrayList<>();
        for (Owner owner : owners) {
            rows.add(new MapSqlParameterSource()
                    .addValue("item", item)
                    .addValue("hand", byHand)
                    .addValue("position", rows.size())
                    .addValue("name", owner.name())
                    .addValue("member", owner.member().map(MemberId::number).orElse(null)));
        }
        return rows;
    }

    private void insertOwners(List<MapSqlParameterSource> rows) {
        batch("""
                INSERT INTO action_owner (action_id, by_hand, position, name, member_id)
                VALUES (:item, :hand, :position, :name, :member)""", rows);
    }

    /// Removes items that no minutes have any more and nobody recorded anything of.
    void forget(List<Long> items) {
        List<MapSqlParameterSource> rows =
                items.stream().map(id -> new MapSqlParameterSource("item", id)).toList();
        batch("DELETE FROM action_owner WHERE action_id = :item", rows);
        batch("DELETE FROM action_item WHERE id = :item", rows);
    }

    private void batch(String sql, Collection<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            many.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
