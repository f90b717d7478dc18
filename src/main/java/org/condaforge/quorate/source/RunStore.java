package org.condaforge.quorate.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The runs on record. The one that goes on keeps others from starting, whichever node they are on.
@Component
class RunStore {

    private static final String COLUMNS = """
            id, what, how, started_by, started_at, ended_at, done, total, fresh, changed, unchanged, gone, problems,
            failure""";

    /// Runs by schedule that found nothing new are kept so long.
    private static final Duration UNEVENTFUL = Duration.ofDays(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SourceProperties properties;
    private final TransactionTemplate transaction;

    RunStore(JdbcClient jdbc, Clock clock, SourceProperties properties, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.transaction = transaction;
    }

    /// Begins a run.
    ///
    /// @throws RefusedSource while another goes on
    long begin(String what, PastRun.How how, String by) {
        buryDead();
        try {
            return transaction.execute(status -> {
                jdbc.sql("""
                                INSERT INTO import_run (what, how, started_by, started_at, alive_at)
                                VALUES (:what, :how, :by, :now, :now)""")
                        .param("what", what)
                        .param("how", how.name())
                        .param("by", by)
                        .param("now", Utc.column(clock.instant()))
                        .update();
                return jdbc.sql("SELECT id FROM import_run WHERE running = 1")
                        .query(Long.class)
                        .single();
            });
        } catch (DuplicateKeyException e) {
            throw new RefusedSource("Another import is running since %s. Wait until it has ended, and start again."
                    .formatted(running().map(run -> run.startedAt().toString()).orElse("a moment ago")));
        }
    }

    /// A run whose application has stopped will never end by itself.
    private void buryDead() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        UPDATE import_run SET ended_at = :now, failure = :failure
                        WHERE ended_at IS NULL AND alive_at < :stale""")
                .param("now", Utc.column(now))
                .param("failure", "The application stopped before the run had ended.")
                .param("stale", Utc.column(now.minus(properties.stale())))
                .update());
    }

    void reached(long run, int done, int total) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("UPDATE import_run SET done = :done, total = :total, alive_at = :now WHERE id = :id")
                        .param("done", done)
                        .param("total", total)
                        .param("now", Utc.column(clock.instant()))
                        .param("id", run)
                        .update());
    }

    void end(long run, ImportReport report) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        UPDATE import_run SET ended_at = :now, done = total, fresh = :fresh, changed = :changed,
                          unchanged = :unchanged, gone = :gone, problems = :problems, report = :report
                        WHERE id = :id""")
                .param("now", Utc.column(clock.instant()))
                .param("fresh", report.count("", Change.NEW))
                .param("changed", report.count("", Change.CHANGED))
                .param("unchanged", report.count("", Change.UNCHANGED))
                .param("gone", report.gone().size())
                .param("problems", report.problems().size())
                .param("report", JSON.writeValueAsString(report.news()))
                .param("id", run)
                .update());
        tidy();
    }

    void fail(long run, String failure) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("UPDATE import_run SET ended_at = :now, failure = :failure WHERE id = :id")
                        .param("now", Utc.column(clock.instant()))
                        .param("failure", failure)
                        .param("id", run)
                        .update());
    }

    private void tidy() {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        DELETE FROM import_run
                        WHERE how = 'SCHEDULE' AND failure IS NULL AND fresh + changed + gone = 0
                          AND ended_at < :before AND id NOT IN (SELECT last_run FROM source WHERE last_run IS NOT NULL)""")
                .param("before", Utc.column(clock.instant().minus(UNEVENTFUL)))
                .update());
    }

    /// The run that goes on, on this node or another.
    @Transactional(readOnly = true)
    public Optional<PastRun> running() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM import_run WHERE running = 1 AND alive_at >= :stale")
                .param("stale", Utc.column(clock.instant().minus(properties.stale())))
                .query((row, i) -> run(row))
                .optional();
    }

    /// A page of runs, the newest first.
    @Transactional(readOnly = true)
    public Page<PastRun> list(Page.Request page) {
        int total =
                jdbc.sql("SELECT COUNT(*) FROM import_run").query(Integer.class).single();
        List<PastRun> runs = jdbc.sql(
                        "SELECT " + COLUMNS + " FROM import_run ORDER BY id DESC LIMIT :size OFFSET :offset")
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> run(row))
                .list();
        return page.of(runs, total);
    }

    @Transactional(readOnly = true)
    public Optional<PastRun> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM import_run WHERE id = :id")
                .param("id", id)
                .query((row, i) -> run(row))
                .optional();
    }

    /// What a run found, without what was unchanged.
    @Transactional(readOnly = true)
    public Optional<ImportReport> report(long id) {
        return jdbc.sql("SELECT report FROM import_run WHERE id = :id AND report IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, ImportReport.class));
    }

    private static PastRun run(ResultSet row) throws SQLException {
        return new PastRun(
                row.getLong("id"),
                row.getString("what"),
                PastRun.How.valueOf(row.getString("how")),
                Optional.of(row.getString("started_by")).filter(by -> !by.isEmpty()),
                Utc.instant(row, "started_at"),
                Utc.maybeInstant(row, "ended_at"),
                row.getInt("done"),
                row.getInt("total"),
                row.getInt("fresh"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("gone"),
                row.getInt("problems"),
                Optional.ofNullable(row.getString("failure")));
    }
}
