package org.condaforge.quorate.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/// Tells a lock that was not had in time, or a row that another transaction changed first, from other failures: such a
/// transaction can be repeated. Neither database says so with an SQL state of its own.
@Component
class LostLocks extends SQLExceptionSubclassTranslator {

    /// MariaDB's lock wait time-out and changed record, H2's lock time-out and concurrent update.
    private static final Set<Integer> CODES = Set.of(1205, 1020, 50200, 90131);

    @Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException e) {
        return CODES.contains(e.getErrorCode())
                ? new CannotAcquireLockException(buildMessage(task, sql, e), e)
                : super.doTranslate(task, sql, e);
    }
}
