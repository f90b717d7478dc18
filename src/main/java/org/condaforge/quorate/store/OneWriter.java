package org.condaforge.quorate.store;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Transactions of the embedded database. H2 writes the state of one table after the other when it stores a commit,
/// while other transactions go on (its issue 2080): a process that is killed then may come back with half of a
/// transaction, a closed vote without its entry in the journal. So transactions that write are carried out one after
/// the other, in the order in which they began; those that only read wait for nobody.
final class OneWriter extends JdbcTransactionManager {

    private final transient ReentrantLock writing = new ReentrantLock(true);

    OneWriter(DataSource database) {
        super(database);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.isReadOnly()) {
            super.doBegin(transaction, definition);
            return;
        }
        writing.lock();
        boolean begun = false;
        try {
            super.doBegin(transaction, definition);
            begun = true;
        } finally {
            if (!begun) {
                writing.unlock();
            }
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        // Asked before: it is reset with the connection.
        boolean readOnly = ((JdbcTransactionObjectSupport) transaction).isReadOnly();
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (!readOnly) {
                writing.unlock();
            }
        }
    }
}
