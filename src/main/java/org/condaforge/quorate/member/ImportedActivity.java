package org.condaforge.quorate.member;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.store.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Activity that others saw of members, taken over from lists. To read a list again changes nothing.
@Service
@Transactional
public class ImportedActivity implements ActivitySource {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RenamedLogins renamed;
    private final CurrentMember currentMember;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportedActivity(
            JdbcClient jdbc,
            JdbcTemplate batches,
            RenamedLogins renamed,
            CurrentMember currentMember,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.renamed = renamed;
        this.currentMember = currentMember;
        this.events = events;
        this.clock = clock;
    }

    /// What reading a list came to.
    ///
    /// @param fresh rows that were new
    /// @param known rows that were there before
    /// @param problems of rows that were left out, by line
    public record Report(int fresh, int known, List<RosterFile.Problem> problems) {}

    private record Seen(MemberId member, String kind, LocalDate on) {}

    /// A secretary reads a list in; rows that cannot be are left out and reported.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    public Report read(String csv) {
        CurrentMember.SignedIn by = currentMember.requireSecretary("import activity");
        ActivityFile file = ActivityFile.parse(csv);
        LocalDate today = LocalDate.now(clock);
        Map<String, MemberId> members = members();
        List<RosterFile.Problem> problems = new ArrayList<>(file.problems());
        Set<Seen> wanted = new LinkedHashSet<>();
        int taken = 0;
        for (ActivityFile.Row row : file.rows()) {
            Optional<MemberId> member = Optional.ofNullable(members.get(renamed.key(row.login())));
            if (member.isEmpty()) {
                problems.add(ActivityFile.problem(
                        row.line(), "No member has the login %s; the row is left out.".formatted(row.login())));
            } else if (row.on().isAfter(today) || row.on().getYear() < 1990) {
                problems.add(ActivityFile.problem(
                        row.line(), "%s is to come, or long before; the row is left out.".formatted(row.on())));
            } else {
                wanted.add(new Seen(member.get(), row.kind(), row.on()));
                taken++;
            }
        }
        wanted.removeAll(known());
        batches.batchUpdate(
                """
                INSERT INTO imported_activity (member_id, kind, happened_on) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE happened_on = VALUES(happened_on)""",
                wanted.stream()
                        .map(seen -> new Object[] {seen.member().number(), seen.kind(), Date.valueOf(seen.on())})
                        .toList());
        if (!wanted.isEmpty()) {
            events.publishEvent(new Act(
                    by.member(),
                    clock.instant(),
                    new Act.Subject("members", "activity"),
                    "imported activity: %d new rows".formatted(wanted.size())));
        }
        problems.sort(Comparator.comparingInt(RosterFile.Problem::line));
        return new Report(wanted.size(), taken - wanted.size(), problems);
    }

    /// The members by the keys of their logins, those that they had before included.
    private Map<String, MemberId> members() {
        Map<String, MemberId> members = new HashMap<>();
        jdbc.sql("""
                        SELECT m.id, m.login_key AS login FROM member m
                        UNION ALL
                        SELECT m.id, r.old_key FROM renamed_login r JOIN member m ON m.login_key = r.login_key""").query(row -> {
            members.putIfAbsent(row.getString("login"), new MemberId(row.getLong("id")));
        });
        return members;
    }

    private Set<Seen> known() {
        return new HashSet<>(jdbc.sql("SELECT member_id, kind, happened_on FROM imported_activity")
                .query((row, i) -> new Seen(
                        new MemberId(row.getLong("member_id")),
                        row.getString("kind"),
                        Utc.maybeDate(row, "happened_on").orElseThrow()))
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Activity> last() {
        return jdbc.sql("""
                        SELECT member_id, kind, MAX(happened_on) AS seen_on FROM imported_activity
                        GROUP BY member_id, kind""")
                .query((row, i) -> new Activity(
                        new MemberId(row.getLong("member_id")),
                        row.getString("kind"),
                        Utc.maybeDate(row, "seen_on").orElseThrow(),
                        Optional.empty()))
                .list();
    }
}
