package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sixty members cast twice each while the deadline passes and two nodes try to close.
abstract class CastingAtOnceContract extends VotingContract {

    private static final int MEMBERS = 60;

    @Autowired
    JdbcClient jdbc;

    private record Ballot(Choice choice, String comment) {}

    @BeforeEach
    void layMore() {
        for (int i = ACTIVE; i < MEMBERS; i++) {
            String login = Trees.login(i);
            if (!login.equals("willow") && !login.equals("yew")) {
                community.active(login);
            }
        }
    }

    @RepeatedTest(5)
    void everyAcknowledgedBallotIsThereAndNoOther(RepetitionInfo round) throws Exception {
        VoteId vote = called(consensus("Paint it"));
        Instant deadline = summary(vote).closesAt();
        Map<String, Ballot> acknowledged = new HashMap<>();
        Queue<Exception> unexpected = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch ready = new CountDownLatch(MEMBERS);
        int acknowledgements = 0;

        try (var threads = Executors.newFixedThreadPool(MEMBERS + 2)) {
            List<Future<List<Ballot>>> answers = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                String login = Trees.login(i);
                answers.add(threads.submit(() -> castTwice(login, vote, ready, unexpected)));
            }
            ready.await();
            // The first round ends before most have cast, the last after most have.
            clock.runFrom(deadline.minus(Duration.ofMillis(80L * round.getCurrentRepetition())));
            for (int node = 0; node < 2; node++) {
                threads.submit(() -> {
                    while (!done.get()) {
                        closer.closeDue();
                    }
                });
            }
            for (int i = 0; i < MEMBERS; i++) {
                List<Ballot> taken = answers.get(i).get();
                acknowledgements += taken.size();
                if (!taken.isEmpty()) {
                    acknowledged.put(Trees.login(i), taken.getLast());
                }
            }
            while (clock.instant().isBefore(deadline.plusMillis(50))) {
                Thread.sleep(10);
            }
            done.set(true);
        }
        closer.closeDue();

        assertThat(unexpected).isEmpty();
        VoteDetail detail = reader.detail(vote).orElseThrow();
        Map<String, Ballot> stored = new HashMap<>();
        detail.ballots().forEach(b -> stored.put(b.login(), new Ballot(b.choice(), b.comment())));
        assertThat(stored).isEqualTo(acknowledged);
        assertThat(detail.ballots()).hasSize(stored.size());
        assertThat(detail.ballots())
                .allSatisfy(b -> assertThat(b.castAt()).isBetween(START, deadline.minusNanos(1_000)));
        assertThat(community.count("vote", "casts = " + acknowledgements)).isEqualTo(1);
        assertThat(lines(vote, "(cast|changed) .*")).isEqualTo(acknowledgements);
        assertThat(detail.summary().state()).isEqualTo(VoteState.CLOSED);
        assertThat(detail.summary().tally()).contains(tally(acknowledged));
        assertThat(detail.summary().decidedAt()).contains(deadline);
        assertThat(lines(vote, "closed: .*")).isEqualTo(1);
    }

    /// Each of thirty members casts in one window and recuses themselves in another, while the deadline passes.
    @RepeatedTest(3)
    void eachMemberEndsWithABallotOrARecusalAsTheirLastActSays(RepetitionInfo round) throws Exception {
        VoteId vote = called(consensus("Paint it"));
        Instant deadline = summary(vote).closesAt();
        int members = MEMBERS / 2;
        AtomicInteger acknowledged = new AtomicInteger();
        Queue<Exception> unexpected = new ConcurrentLinkedQueue<>();
        CountDownLatch ready = new CountDownLatch(2 * members);
        try (var threads = Executors.newFixedThreadPool(2 * members + 1)) {
            for (int i = 0; i < 2 * members; i++) {
                String login = Trees.login(i / 2);
                boolean recuses = i % 2 == 0;
                threads.submit(() -> {
                    SignIn.as(login);
                    ready.countDown();
                    try {
                        ready.await();
                        Thread.sleep(ThreadLocalRandom.current().nextInt(200));
                        if (recuses) {
                            casting.recuse(vote, "It is mine.");
                        } else {
                            casting.cast(vote, Choice.YES, "");
                        }
                        acknowledged.incrementAndGet();
                    } catch (VoteClosed closed) {
                        // After the end, as it should be.
                    } catch (Exception e) {
                        unexpected.add(e);
                    }
                });
            }
            ready.await();
            clock.runFrom(deadline.minus(Duration.ofMillis(100L * round.getCurrentRepetition())));
            threads.submit(() -> {
                while (clock.instant().isBefore(deadline.plusMillis(300))) {
                    closer.closeDue();
                }
            });
        }
        closer.closeDue();

        assertThat(unexpected).isEmpty();
        String last = "ballot_history h WHERE h.id = (SELECT MAX(l.id) FROM ballot_history l"
                + " WHERE l.vote_id = h.vote_id AND l.member_id = h.member_id)";
        assertThat(community.count("ballot_history", "1 = 1")).isEqualTo(acknowledged.get());
        assertThat(community.count(
                        "ballot", "member_id IN (SELECT h.member_id FROM %s AND h.how = 'CAST')".formatted(last)))
                .isEqualTo(community.count("ballot", "1 = 1"));
        assertThat(community.count(
                        "recusal", "member_id IN (SELECT h.member_id FROM %s AND h.how = 'RECUSED')".formatted(last)))
                .isEqualTo(community.count("recusal", "1 = 1"));
        assertThat(community.count("ballot", "member_id IN (SELECT member_id FROM recusal)"))
                .isZero();
        assertThat(community.count("ballot", "1 = 1") + community.count("recusal", "1 = 1"))
                .isEqualTo(jdbc.sql("SELECT COUNT(DISTINCT member_id) FROM ballot_history")
                        .query(Integer.class)
                        .single());
        assertThat(community.count("vote", "casts = " + acknowledged.get())).isEqualTo(1);
        assertThat(summary(vote).state()).isEqualTo(VoteState.CLOSED);
        assertThat(summary(vote).tally()).contains(new Tally(community.count("ballot", "1 = 1"), 0, 0));
    }

    private List<Ballot> castTwice(String login, VoteId vote, CountDownLatch ready, Queue<Exception> unexpected) {
        List<Ballot> acknowledged = new ArrayList<>();
        SignIn.as(login);
        ready.countDown();
        try {
            ready.await();
            for (Choice choice : List.of(Choice.NO, Choice.YES)) {
                Ballot ballot = new Ballot(choice, login + " says " + choice);
                Thread.sleep(ThreadLocalRandom.current().nextInt(200));
                try {
                    casting.cast(vote, ballot.choice(), ballot.comment());
                    acknowledged.add(ballot);
                } catch (VoteClosed closed) {
                    // After the end, as it should be.
                }
            }
        } catch (Exception e) {
            unexpected.add(e);
        } finally {
            SignIn.out();
        }
        return acknowledged;
    }

    private int lines(VoteId vote, String pattern) {
        return (int) journal
                .historyOf(
                        new org.condaforge.quorate.member.Act.Subject("vote", String.valueOf(vote.number())),
                        MEMBERS * 2 + 10)
                .stream()
                .filter(line -> line.what().matches(pattern))
                .count();
    }

    private static Tally tally(Map<String, Ballot> ballots) {
        Tally tally = Tally.NONE;
        for (Ballot ballot : ballots.values()) {
            tally = tally.plus(ballot.choice());
        }
        return tally;
    }
}
