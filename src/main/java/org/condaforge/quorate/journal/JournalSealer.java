package org.condaforge.quorate.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Chains new entries of the journal every second.
@Component
class JournalSealer {

    private static final Logger log = LoggerFactory.getLogger(JournalSealer.class);

    private final JournalChain chain;

    JournalSealer(JournalChain chain) {
        this.chain = chain;
    }

    /// Chains all that is pending, batch by batch; what fails is told in the log and tried again.
    @Scheduled(fixedDelayString = "${quorate.journal.seal-every:1s}")
    void sealPending() {
        try {
            while (chain.append() > 0) {
                // The next batch.
            }
        } catch (RuntimeException e) {
            log.warn("The journal could not be chained and is tried again: {}", e.getMessage());
        }
    }
}
