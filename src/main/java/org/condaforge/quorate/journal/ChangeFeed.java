package org.condaforge.quorate.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Act.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells open pages that something changed, after it is stored: only what it was about, never what was done. The pages
/// read again what they may see.
@Component
public class ChangeFeed {

    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);

    private final List<Consumer<Subject>> listeners = new CopyOnWriteArrayList<>();

    /// Listens until the returned handle is run.
    public Runnable listen(Consumer<Subject> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void tell(Act act) {
        for (Consumer<Subject> listener : listeners) {
            try {
                listener.accept(act.subject());
            } catch (RuntimeException e) {
                log.warn(
                        "An open page could not be told of {} {}: {}",
                        act.subject().kind(),
                        act.subject().key(),
                        e.getMessage());
            }
        }
    }
}
