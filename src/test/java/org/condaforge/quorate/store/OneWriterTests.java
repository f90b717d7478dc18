package org.condaforge.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.condaforge.quorate.support.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@OnH2
class OneWriterTests {

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate writing() {
        return new TransactionTemplate(transactions);
    }

    private TransactionTemplate reading() {
        TransactionTemplate reading = writing();
        reading.setReadOnly(true);
        return reading;
    }

    @Test
    void noTwoTransactionsWriteAtTheSameTime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; n < 20; n++) {
                    writing().executeWithoutResult(status -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                    });
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void whoReadsDoesNotWaitForWhoWrites() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        writing().executeWithoutResult(status -> {
            Thread.ofVirtual().start(() -> reading().executeWithoutResult(other -> read.countDown()));
            await(read);
        });

        assertThat(read.getCount()).isZero();
    }

    @Test
    void theNextOneBeginsAfterAFailure() throws Exception {
        assertThatThrownBy(() -> writing().executeWithoutResult(status -> {
                    throw new IllegalStateException("so");
                }))
                .isInstanceOf(IllegalStateException.class);
        CountDownLatch written = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> writing().executeWithoutResult(status -> written.countDown()));

        await(written);
    }

    @Test
    void aTransactionOfItsOwnInsideAnotherOneDoesNotWaitForIt() {
        TransactionTemplate inner = writing();
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        AtomicInteger done = new AtomicInteger();
        writing().executeWithoutResult(status -> inner.executeWithoutResult(own -> done.incrementAndGet()));

        assertThat(done).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
