package org.condaforge.quorate.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sources that were read, and their files.
@Component
@Transactional
class SourceStore {

    private static final int CHUNK = 500;

    /// A file that was read before.
    ///
    /// @param gave the date, number or name of what it tells of; null: nothing
    /// @param remarks what reads oddly in it, as JSON
    record Known(
            long id,
            Source.Kind source,
            String address,
            FileKind kind,
            String name,
            String hash,
            @Nullable String gave,
            String label,
            boolean counted,
            String remarks,
            boolean gone) {}

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The number of that source, which is kept from now on.
    long keep(Source.Kind kind, String location) {
        Optional<Long> known = find(location);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("INSERT INTO source (kind, location, location_hash) VALUES (:kind, :location, :hash)")
                .param("kind", kind.name())
                .param("location", location)
                .param("hash", Sha256.of(location))
                .update();
        return find(location).orElseThrow();
    }

    private Optional<Long> find(String location) {
        return jdbc.sql("SELECT id FROM source WHERE location_hash = :hash")
                .param("hash", Sha256.of(location))
                .query(Long.class)
                .optional();
    }

    /// Every source that is worth reading again, in the order of their places: not what was uploaded, and single files
    /// only where they are read by themselves.
    @Transactional(readOnly = true)
    List<RegisteredSource> sources() {
        return jdbc.sql("""
                        SELECT s.id, s.kind, s.location, s.refresh_minutes,
                          (SELECT COUNT(*) FROM source_file f WHERE f.source_id = s.id AND f.gone_since IS NULL) AS files,
                          (SELECT COUNT(*) FROM source_file f
                           WHERE f.source_id = s.id AND f.gone_since IS NOT NULL) AS gone_files,
                          r.id AS run, r.started_at, r.ended_at, r.failure, r.fresh, r.changed, r.problems
                        FROM source s LEFT JOIN import_run r ON r.id = s.last_run
                        WHERE s.kind IN ('FOLDER', 'REPOSITORY') OR s.refresh_minutes IS NOT NULL
                        ORDER BY s.location""").query((row, i) -> registered(row)).list();
    }

    private static RegisteredSource registered(ResultSet row) throws SQLException {
        Optional<RegisteredSource.LastRun> last = Utc.maybeLong(row, "run").isEmpty()
                ? Optional.empty()
                : Optional.of(new RegisteredSource.LastRun(
                        row.getLong("run"),
                        Utc.instant(row, "started_at"),
                        Utc.maybeInstant(row, "ended_at"),
                        Optional.ofNullable(row.getString("failure")),
                        row.getInt("fresh"),
                        row.getInt("changed"),
                        row.getInt("problems")));
        return new RegisteredSource(
                row.getLong("id"),
                Source.Kind.valueOf(row.getString("kind")),
                row.getString("location"),
                Utc.maybeInt(row, "refresh_minutes").map(Duration::ofMinutes),
                row.getInt("files"),
                row.getInt("gone_files"),
                last);
    }

    void refreshEvery(long source, Optional<Duration> every) {
        jdbc.sql("UPDATE source SET refresh_minutes = :minutes WHERE id = :id")
                .param("minutes", every.map(Duration::toMinutes).orElse(null))
                .param("id", source)
                .update();
    }

    /// Forgets a source and where its files were; what they said stays.
    void forget(long source) {
        jdbc.sql("DELETE FROM source_file WHERE source_id = :id")
                .param("id", source)
                .update();
        jdbc.sql("DELETE FROM source WHERE id = :id").param("id", source).update();
    }

    void ranIn(long source, long run) {
        jdbc.sql("UPDATE source SET last_run = :run WHERE id = :id")
                .param("run", run)
                .param("id", source)
                .update();
    }

    /// The commit of the source that was read last.
    Optional<String> head(String location) {
        return jdbc.sql("SELECT head FROM source WHERE location_hash = :hash AND head IS NOT NULL")
                .param("hash", Sha256.of(location))
                .query(String.class)
                .optional();
    }

    void readTo(long source, String head) {
        jdbc.sql("UPDATE source SET head = :head WHERE id = :id")
                .param("head", head)
                .param("id", source)
                .update();
    }

    /// Every file that was read, by its address.
    @Transactional(readOnly = true)
    Map<String, Known> files() {
        Map<String, Known> found = new HashMap<>();
        jdbc.sql("""
                        SELECT f.id, s.kind AS source_kind, f.address, f.kind, f.name, f.hash, f.gave, f.label, f.counted,
                          f.remarks, f.gone_since
                        FROM source_file f JOIN source s ON s.id = f.source_id""").query(row -> {
            Known known = new Known(
                    row.getLong("id"),
                    kind(row.getString("source_kind")),
                    row.getString("address"),
                    FileKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getString("hash"),
                    row.getString("gave"),
                    row.getString("label"),
                    row.getBoolean("counted"),
                    row.getString("remarks"),
                    Utc.maybeInstant(row, "gone_since").isPresent());
            found.put(known.address(), known);
        });
        return found;
    }

    /// A file that was named alone is one of its folder.
    private static Source.Kind kind(String name) {
        Source.Kind kind = Source.Kind.valueOf(name);
        return kind == Source.Kind.FILE ? Source.Kind.FOLDER : kind;
    }

    /// Writes down what a file gave.
    void put(long source, Known file, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("hash", file.hash());
        values.put("gave", file.gave());
        values.put("label", file.label());
        values.put("counted", file.counted());
        values.put("remarks", file.remarks());
        values.put("now", Utc.column(now));
        values.put("addressHash", Sha256.of(file.address()));
        int changed = jdbc.sql("""
                        UPDATE source_file SET hash = :hash, gave = :gave, label = :label, counted = :counted,
                          remarks = :remarks, last_seen = :now, gone_since = NULL
                        WHERE address_hash = :addressHash""").params(values).update();
        if (changed == 0) {
            jdbc.sql("""
                            INSERT INTO source_file (source_id, address, address_hash, kind, name, hash, gave, label,
                              counted, remarks, first_seen, last_seen)
                            VALUES (:source, :address, :addressHash, :kind, :name, :hash, :gave, :label, :counted,
                              :remarks, :now, :now)""")
                    .params(values)
                    .param("source", source)
                    .param("address", file.address())
                    .param("kind", file.kind().name())
                    .param("name", file.name())
                    .update();
        }
    }

    /// These files no longer count: others took over.
    void release(Collection<String> addresses) {
        addresses.forEach(address -> jdbc.sql("UPDATE source_file SET counted = FALSE WHERE address_hash = :hash")
                .param("hash", Sha256.of(address))
                .update());
    }

    void seen(Collection<Long> files, Instant now) {
        inChunks(files, "UPDATE source_file SET last_seen = :now, gone_since = NULL WHERE id IN (:ids)", now);
    }

    void gone(Collection<Long> files, Instant now) {
        inChunks(files, "UPDATE source_file SET gone_since = :now WHERE id IN (:ids)", now);
    }

    private void inChunks(Collection<Long> files, String sql, Instant now) {
        List<Long> all = new ArrayList<>(files);
        for (int from = 0; from < all.size(); from += CHUNK) {
            jdbc.sql(sql)
                    .param("now", Utc.column(now))
                    .param("ids", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .update();
        }
    }

    /// The file behind a record, if it is gone.
    @Transactional(readOnly = true)
    Optional<GoneFile> gone(GoneFile.Subject subject) {
        String gave = switch (subject.kind()) {
            case MINUTES, PROPOSAL -> ":gave";
            // A vote knows the name of the file that told of it.
            case VOTE_RECORD -> "(SELECT v.record_file FROM vote v WHERE v.id = :gave)";
        };
        return jdbc.sql("SELECT name, gone_since FROM source_file WHERE kind = :kind AND gave = " + gave
                        + " AND counted = TRUE AND gone_since IS NOT NULL ORDER BY gone_since DESC LIMIT 1")
                .param("kind", subject.kind().name())
                .param("gave", subject.gave())
                .query((row, i) -> new GoneFile(row.getString("name"), Utc.instant(row, "gone_since")))
                .optional();
    }
}
