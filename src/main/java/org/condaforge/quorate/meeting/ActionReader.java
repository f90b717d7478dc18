package org.condaforge.quorate.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Action items over time, as pages and the API show them. The number of statements does not grow with the rows.
@Service
@Transactional(readOnly = true)
public class ActionReader {

    /// From how many meetings on an item has been carried too far.
    public static final int LONG = 10;

    /// The owners that hold: by hand where they were, else as the minutes say.
    private static final String OWNERS =
            "action_owner o ON o.action_id = a.id AND o.by_hand = (a.assigned_at IS NOT NULL)";

    /// Which items: in that state, and of that owner, a login in any case or a name as written.
    public record Filter(Optional<ActionState> state, Optional<String> owner) {

        /// All there are.
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());

        /// Those in that state.
        public static Filter in(ActionState state) {
            return new Filter(Optional.of(state), Optional.empty());
        }
    }

    /// The order of a list.
    public enum Order {
        /// The oldest first.
        AGE,
        /// Under each owner by name, the oldest first; an item with two owners stands under both, those without last.
        OWNER
    }

    /// A row: an item and, in a list by owner, under whom it stands.
    public record Row(Optional<Action.Owner> under, Action action) {}

    /// How things stand.
    ///
    /// @param open how many are open
    /// @param oldest since when the oldest open one waits
    /// @param carried how many open ones more than [ActionReader#LONG] meetings had
    /// @param byState how many there are in each state
    public record Figures(int open, Optional<LocalDate> oldest, int carried, Map<ActionState, Integer> byState) {

        /// All there are.
        public int all() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final JdbcClient jdbc;

    ActionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How things stand, in one statement.
    public Figures figures() {
        Map<ActionState, Integer> byState = new EnumMap<>(ActionState.class);
        Map<ActionState, Integer> carried = new EnumMap<>(ActionState.class);
        Map<ActionState, LocalDate> oldest = new EnumMap<>(ActionState.class);
        jdbc.sql("""
                        SELECT state, COUNT(*) AS n, MIN(begun_on) AS oldest,
                          SUM(CASE WHEN meetings > :long THEN 1 ELSE 0 END) AS carried
                        FROM action_item GROUP BY state""").param("long", LONG).query(row -> {
            ActionState state = ActionState.valueOf(row.getString("state"));
            byState.put(state, row.getInt("n"));
            carried.put(state, row.getInt("carried"));
            oldest.put(state, row.getObject("oldest", LocalDate.class));
        });
        return new Figures(
                byState.getOrDefault(ActionState.OPEN, 0),
                Optional.ofNullable(oldest.get(ActionState.OPEN)),
                carried.getOrDefault(ActionState.OPEN, 0),
                Map.copyOf(byState));
    }

    /// A page of items.
    public Page<Row> list(Filter filter, Order order, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        filter.state().ifPresent(state -> {
            conditions.add("a.state = :state");
            parameters.put("state", state.name());
        });
        filter.owner().ifPresent(owner -> {
            conditions.add(
                    order == Order.OWNER
                            ? "(LOWER(m.login) = :owner OR (m.id IS NULL AND LOWER(o.name) = :owner))"
                            : "EXISTS (SELECT 1 FROM action_owner o LEFT JOIN member m ON m.id = o.member_id"
                                    + " WHERE o.action_id = a.id AND o.by_hand = (a.assigned_at IS NOT NULL)"
                                    + " AND (LOWER(m.login) = :owner OR (m.id IS NULL AND LOWER(o.name) = :owner)))");
            parameters.put("owner", owner.strip().toLowerCase(Locale.ROOT));
        });
        String where = " WHERE " + String.join(" AND ", conditions);
        String from = order == Order.OWNER
                ? " FROM action_item a LEFT JOIN " + OWNERS + " LEFT JOIN member m ON m.id = o.member_id"
                : " FROM action_item a";
        int total = jdbc.sql("SELECT COUNT(*)" + from + where)
                .params(parameters)
                .query(Integer.class)
                .single();
        String select = order == Order.OWNER
                ? "SELECT a.id, o.name, m.id AS member_id, m.login, m.name AS member_name" + from + where
                        + " ORDER BY CASE WHEN o.name IS NULL THEN 1 ELSE 0 END, LOWER(COALESCE(m.name, o.name)),"
                        + " m.login, a.begun_on, a.id"
                : "SELECT a.id" + from + where + " ORDER BY a.begun_on, a.id";
        record Found(long id, Optional<Action.Owner> under) {}
        List<Found> found = jdbc.sql(select + " LIMIT :size OFFSET :offset")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> new Found(row.getLong("id"), order == Order.OWNER ? owner(row) : Optional.empty()))
                .list();
        Map<Long, Action> actions =
                actions(found.stream().map(Found::id).distinct().toList());
        return page.of(
                found.stream()
                        .filter(one -> actions.containsKey(one.id()))
                        .map(one -> new Row(one.under(), Objects.requireNonNull(actions.get(one.id()))))
                        .toList(),
                total);
    }

    /// The open items of a member, the oldest first.
    public List<Action> openOf(MemberId member) {
        List<Long> ids = jdbc.sql("""
                        SELECT DISTINCT a.id, a.begun_on FROM action_item a
                        JOIN action_owner o ON o.action_id = a.id AND o.by_hand = (a.assigned_at IS NOT NULL)
                        WHERE a.state = 'OPEN' AND o.member_id = :member ORDER BY a.begun_on, a.id LIMIT 200""")
                .param("member", member.number())
                .query((row, i) -> row.getLong("id"))
                .list();
        Map<Long, Action> actions = actions(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(actions.get(id)).stream())
                .toList();
    }

    /// Every open item there is up to a thousand, the oldest first: what an agenda lists.
    public List<Action> open() {
        List<Long> ids = jdbc.sql("SELECT id FROM action_item WHERE state = 'OPEN' ORDER BY begun_on, id LIMIT 1000")
                .query((row, i) -> row.getLong("id"))
                .list();
        Map<Long, Action> actions = actions(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(actions.get(id)).stream())
                .toList();
    }

    /// The item with that number.
    public Optional<Action> find(ActionId id) {
        return Optional.ofNullable(actions(List.of(id.number())).get(id.number()));
    }

    /// The meetings that have a list of action items, oldest first.
    public List<LocalDate> lists() {
        return jdbc.sql("SELECT DISTINCT meeting FROM action_sighting ORDER BY meeting")
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /// How the minutes of each meeting wrote an item, oldest first.
    public List<Wording> wordings(ActionId id) {
        return jdbc.sql("""
                        SELECT i.meeting, i.done, i.owners, i.text FROM action_sighting s
                        JOIN meeting_action_item i ON i.meeting = s.meeting AND i.position = s.position
                        WHERE s.action_id = :id ORDER BY i.meeting""")
                .param("id", id.number())
                .query((row, i) -> new Wording(
                        row.getObject("meeting", LocalDate.class),
                        row.getBoolean("done"),
                        row.getString("owners"),
                        row.getString("text")))
                .list();
    }

    /// What one meeting's minutes wrote.
    public record Wording(LocalDate meeting, boolean done, String owners, String text) {}

    private Map<Long, Action> actions(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<LocalDate>> meetings = new HashMap<>();
        jdbc.sql("SELECT action_id, meeting FROM action_sighting WHERE action_id IN (:ids) ORDER BY meeting")
                .param("ids", ids)
                .query(row -> {
                    meetings.computeIfAbsent(row.getLong("action_id"), id -> new ArrayList<>())
                            .add(row.getObject("meeting", LocalDate.class));
                });
        Map<Long, List<Action.Owner>> written = new HashMap<>();
        Map<Long, List<Action.Owner>> byHand = new HashMap<>();
        jdbc.sql("""
                        SELECT o.action_id, o.by_hand, o.name, m.id AS member_id, m.login, m.name AS member_name
                        FROM action_owner o LEFT JOIN member m ON m.id = o.member_id
                        WHERE o.action_id IN (:ids) ORDER BY o.action_id, o.position""").param("ids", ids).query(row -> {
            Map<Long, List<Action.Owner>> side = row.getBoolean("by_hand") ? byHand : written;
            side.computeIfAbsent(row.getLong("action_id"), id -> new ArrayList<>())
                    .addAll(owner(row).stream().toList());
        });
        return jdbc.sql("""
                        SELECT a.*, h.name AS hand_name, n.name AS added_name, g.name AS assigned_name
                        FROM action_item a LEFT JOIN member h ON h.id = a.hand_by
                        LEFT JOIN member n ON n.id = a.added_by LEFT JOIN member g ON g.id = a.assigned_by
                        WHERE a.id IN (:ids)""").param("ids", ids).query((row, i) -> action(row, meetings, written, byHand)).list().stream()
                .collect(Collectors.toMap(action -> action.id().number(), action -> action));
    }

    private static Action action(
            ResultSet row,
            Map<Long, List<LocalDate>> meetings,
            Map<Long, List<Action.Owner>> written,
            Map<Long, List<Action.Owner>> byHand)
            throws SQLException {
        long id = row.getLong("id");
        Optional<Action.ByHand> assigned = byHand(row, "assigned");
        Optional<Action.ByHand> hand = byHand(row, "hand");
        boolean done = row.getBoolean("hand_done");
        boolean decided = !row.wasNull();
        return new Action(
                new ActionId(id),
                row.getString("text"),
                ActionState.valueOf(row.getString("state")),
                (assigned.isPresent() ? byHand : written).getOrDefault(id, List.of()),
                row.getObject("begun_on", LocalDate.class),
                meetings.getOrDefault(id, List.of()),
                ActionState.valueOf(row.getString("minutes_state")),
                Utc.maybeDate(row, "ticked_on"),
                Utc.maybeDate(row, "due_on"),
                byHand(row, "added"),
                hand.filter(by -> decided).map(by -> new Action.Tick(done, by)),
                written.getOrDefault(id, List.of()),
                assigned);
    }

    private static Optional<Action.ByHand> byHand(ResultSet row, String what) throws SQLException {
        String name = row.getString(what + "_name");
        return Utc.maybeInstant(row, what + "_at").map(at -> new Action.ByHand(name == null ? "" : name, at));
    }

    private static Optional<Action.Owner> owner(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            return Optional.empty();
        }
        Optional<Long> member = Utc.maybeLong(row, "member_id");
        return Optional.of(new Action.Owner(
                name,
                member.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Person(
                                new MemberId(member.get()), row.getString("login"), row.getString("member_name")))));
    }
}
