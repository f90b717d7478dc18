package org.condaforge.quorate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.condaforge.quorate.journal.JournalChain.Verdict;
import org.condaforge.quorate.journal.JournalService.Entry;
import org.condaforge.quorate.journal.JournalService.Filter;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

abstract class JournalContract {

    private static final Page.Request FIRST = new Page.Request(0, 50);

    @Autowired
    JournalService journal;

    @Autowired
    JournalChain chain;

    @Autowired
    JournalSealer sealer;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    private MemberId alder = new MemberId(1);

    @BeforeEach
    void empty() {
        community.clear();
        alder = community.active("alder");
        community.emeritus("willow");
        sealer.sealPending();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private void act(String kind, String key, String what) {
        act(Optional.of(alder), kind, key, what, Act.Audience.PUBLIC);
    }

    private void act(Optional<MemberId> who, String kind, String key, String what, Act.Audience audience) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new Act(who, clock.instant(), new Act.Subject(kind, key), what, audience)));
    }

    private List<String> whats(Filter filter) {
        return journal.list(filter, FIRST).items().stream().map(Entry::what).toList();
    }

    @Test
    void anActAndItsEntryAreStoredTogetherOrNotAtAll() {
        long before = chain.check().entries();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(
                            new Act(Optional.of(alder), clock.instant(), new Act.Subject("vote", "1"), "cast +1"));
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");
        assertThat(chain.check().entries()).isEqualTo(before);
        assertThat(community.count("journal_pending", "1 = 1")).isZero();
        assertThatThrownBy(() -> events.publishEvent(
                        new Act(Optional.of(alder), clock.instant(), new Act.Subject("vote", "1"), "cast +1")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void entriesAreChainedInBatchesOneAfterTheOther() {
        long before = chain.check().position();
        for (int i = 0; i < 1_203; i++) {
            act("vote", "1", "cast number " + i);
        }
        assertThat(journal.list(Filter.ALL, FIRST).items())
                .allMatch(entry -> entry.link().isEmpty());
        assertThat(chain.check()).returns(1_203L, Verdict::pending).returns(true, Verdict::whole);

        sealer.sealPending();

        Verdict verdict = chain.check();
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.pending()).isZero();
        assertThat(verdict.position()).isEqualTo(before + 1_203).isEqualTo(verdict.entries());
        assertThat(journal.list(Filter.ALL, FIRST).items().getFirst().link())
                .contains(new JournalService.Place(verdict.position(), verdict.hash()));
    }

    @Test
    void anEmptyJournalIsWhole() {
        community.clear();
        sealer.sealPending();
        assertThat(chain.check()).returns(0L, Verdict::entries).returns(true, Verdict::whole);
    }

    @Test
    void entriesThatManyWriteWhileManyChainHaveOnePlaceEach() throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(13)) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                Callable<Void> writes = () -> {
                    for (int i = 0; i < 40; i++) {
                        act("vote", "1", "cast");
                    }
                    return null;
                };
                running.add(all.submit(writes));
            }
            for (int t = 0; t < 4; t++) {
                Callable<Void> chains = () -> {
                    for (int i = 0; i < 20; i++) {
                        sealer.sealPending();
                    }
                    return null;
                };
                running.add(all.submit(chains));
            }
            Callable<Void> checks = () -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(chain.check().faults()).isEmpty();
                }
                return null;
            };
            running.add(all.submit(checks));
            for (Future<?> one : running) {
                one.get();
            }
        }
        sealer.sealPending();
        assertThat(community.count("journal", "subject_key = '1'")).isEqualTo(320);
        assertThat(chain.check()).returns(true, Verdict::whole).returns(0L, Verdict::pending);
    }

    @Test
    void everyWayToTamperWithItShows() {
        for (int i = 0; i < 5; i++) {
            act("vote", "1", "cast number " + i);
        }
        sealer.sealPending();
        assertThat(chain.check().whole()).isTrue();
        long last = jdbc.sql("SELECT MAX(id) FROM journal").query(Long.class).single();

        tampered("UPDATE journal SET what = 'cast number 7' WHERE id = " + (last - 1), "is not what was chained there");
        tampered("UPDATE journal SET member_id = NULL WHERE id = " + last, "is not what was chained there");
        tampered("UPDATE journal SET audience = 'MEMBERS' WHERE id = " + last, "is not what was chained there");
        tampered("UPDATE journal SET subject_key = '2' WHERE id = " + last, "is not what was chained there");
        tampered(
                "UPDATE journal SET happened_at = '2020-01-01 00:00:00' WHERE id = " + last,
                "is not what was chained there");
        tampered("DELETE FROM journal_chain WHERE entry = " + (last - 2), "what was between is missing");
        tampered("DELETE FROM journal_chain WHERE entry = " + last, "entries at the end are missing");
        tampered(
                "INSERT INTO journal (happened_at, subject_kind, subject_key, what) VALUES ('2026-03-02 09:00:00', 'vote', '1',"
                        + " 'slipped in')",
                "neither chained nor waiting");
    }

    private void tampered(String sql, String sentence) {
        transaction.executeWithoutResult(status -> {
            assertThat(jdbc.sql(sql).update()).isEqualTo(1);
            Verdict verdict = chain.check();
            assertThat(verdict.whole()).isFalse();
            assertThat(verdict.faults()).anyMatch(fault -> fault.contains(sentence));
            status.setRollbackOnly();
        });
        assertThat(chain.check().whole()).isTrue();
    }

    @Test
    void isNarrowedToAPersonAKindADayAndWords() {
        act("vote", "1", "cast +1");
        act(Optional.empty(), "vote", "1", "closed: 100% passed", Act.Audience.PUBLIC);
        clock.advance(java.time.Duration.ofDays(1));
        act("proposal", "7", "Draft to Proposed: ready");

        assertThat(whats(new Filter(Optional.of("ALDER"), Optional.empty(), "", Optional.empty())))
                .containsExactly("Draft to Proposed: ready", "cast +1");
        assertThat(whats(new Filter(Optional.empty(), Optional.of("vote"), "", Optional.empty())))
                .containsExactly("closed: 100% passed", "cast +1");
        assertThat(whats(new Filter(Optional.empty(), Optional.empty(), "100%", Optional.empty())))
                .containsExactly("closed: 100% passed");
        assertThat(whats(new Filter(Optional.empty(), Optional.empty(), "RAFT", Optional.empty())))
                .containsExactly("Draft to Proposed: ready");
        assertThat(whats(new Filter(
                        Optional.empty(),
                        Optional.of("vote"),
                        "",
                        Optional.of(LocalDate.ofInstant(MutableClock.START, java.time.ZoneOffset.UTC)))))
                .containsExactly("closed: 100% passed", "cast +1");
        assertThat(whats(new Filter(Optional.of("nobody"), Optional.empty(), "", Optional.empty())))
                .isEmpty();
        assertThat(journal.list(
                        new Filter(Optional.empty(), Optional.of("vote"), "", Optional.empty()),
                        new Page.Request(1, 1)))
                .returns(2, Page::total)
                .satisfies(
                        page -> assertThat(page.items()).extracting(Entry::what).containsExactly("cast +1"));
    }

    @Test
    void aThousandEntriesArePagedNewestFirstEachOnce() {
        for (int i = 0; i < 1_000; i++) {
            act("vote", "1", "cast number " + i);
        }
        Filter votes = new Filter(Optional.empty(), Optional.of("vote"), "", Optional.empty());
        List<String> read = new ArrayList<>();
        Page<Entry> page = journal.list(votes, new Page.Request(0, 50));
        assertThat(page).returns(1_000, Page::total).returns(20, Page::pages);
        for (int number = 0; number < page.pages(); number++) {
            journal.list(votes, new Page.Request(number, 50)).items().forEach(entry -> read.add(entry.what()));
        }
        assertThat(read).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(read.getFirst()).isEqualTo("cast number 999");
        assertThat(read.getLast()).isEqualTo("cast number 0");
        assertThat(journal.list(votes, new Page.Request(20, 50)).items()).isEmpty();
    }

    @Test
    void whatConcernsASensitiveVoteIsForMembers() {
        act(Optional.of(alder), "vote", "2", "called a sensitive vote", Act.Audience.MEMBERS);
        act("vote", "1", "cast +1");
        Filter votes = new Filter(Optional.empty(), Optional.of("vote"), "", Optional.empty());
        Act.Subject sensitive = new Act.Subject("vote", "2");

        assertThat(whats(votes)).containsExactly("cast +1");
        assertThat(journal.historyOf(sensitive, 10)).isEmpty();
        SignIn.as("stranger");
        assertThat(whats(votes)).containsExactly("cast +1");
        SignIn.as("willow");
        assertThat(whats(votes)).containsExactly("cast +1", "called a sensitive vote");
        assertThat(journal.historyOf(sensitive, 10)).hasSize(1);
        SignIn.as("alder");
        assertThat(whats(votes)).hasSize(2);
        assertThat(journal.kinds()).contains("vote");
    }
}
