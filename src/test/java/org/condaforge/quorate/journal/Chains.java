package org.condaforge.quorate.journal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The chain of a journal, checked by whoever has the database and no application.
public final class Chains {

    private Chains() {}

    /// What a check finds while nobody else writes.
    public static JournalChain.Verdict check(DataSource database) {
        return new JournalChain(JdbcClient.create(database)).check();
    }
}
