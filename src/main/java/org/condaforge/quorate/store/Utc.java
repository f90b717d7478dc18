package org.condaforge.quorate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Instants as the databases keep them: `DATETIME(6)` in UTC, microseconds.
public final class Utc {

    private Utc() {}

    /// What to bind for an instant.
    public static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /// The instant of a column that is never null.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column)
                .toInstant(ZoneOffset.UTC);
    }

    /// The instant of a column that may be null.
    public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(found -> found.toInstant(ZoneOffset.UTC));
    }

    /// The date of a column that may be null.
    public static Optional<LocalDate> maybeDate(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /// The whole number of a column that may be null.
    public static Optional<Long> maybeLong(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(number(row, column));
    }

    /// The whole number of a column that may be null.
    public static Optional<Integer> maybeInt(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(number(row, column)).map(Math::toIntExact);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long found = row.getLong(column);
        return row.wasNull() ? null : found;
    }
}
