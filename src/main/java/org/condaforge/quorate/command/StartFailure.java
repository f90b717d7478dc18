package org.condaforge.quorate.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.policy.InvalidPolicyPage;
import org.condaforge.quorate.security.NoIdentityProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/// Why a start failed, in one sentence for the person at the terminal.
final class StartFailure {

    private static final int H2_IN_USE = 90020;
    private static final int H2_WRONG_PASSWORD = 28000;

    private StartFailure() {}

    static String sentence(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        for (Throwable cause : causes) {
            if (cause instanceof PortInUseException port) {
                return "Port %d is in use: stop what runs there, or choose another with --server.port=N."
                        .formatted(port.getPort());
            }
            if (cause instanceof InvalidPolicyPage page) {
                return String.valueOf(page.getMessage());
            }
            if (cause instanceof NoIdentityProvider) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof SQLException sql) {
                return database(sql, causes.getLast());
            }
        }
        return "Quorate could not start: %s (--debug shows where)".formatted(message(causes.getLast()));
    }

    /// Whether another Quorate holds the database of the data folder.
    static boolean inUse(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
                return true;
            }
            causes.add(cause);
        }
        return false;
    }

    private static String database(SQLException sql, Throwable root) {
        if (sql.getErrorCode() == H2_IN_USE) {
            return "The database in the data folder is in use by another Quorate: stop that one first, or choose another"
                    + " folder with --quorate.data=PATH.";
        }
        String state = String.valueOf(sql.getSQLState());
        if (state.equals("28000") || sql.getErrorCode() == H2_WRONG_PASSWORD || sql.getErrorCode() == 1045) {
            return "The database refuses the user or password: check spring.datasource.username and password.";
        }
        if (state.startsWith("08")) {
            return "The database cannot be reached: %s. Check spring.datasource.url, and that it runs."
                    .formatted(message(root));
        }
        return "The database reports: %s (--debug shows where)".formatted(message(sql));
    }

    private static String message(Throwable cause) {
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.lines().findFirst().orElse("").strip();
    }
}
