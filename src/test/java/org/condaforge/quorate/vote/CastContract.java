package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

abstract class CastContract extends VotingContract {

    @Autowired
    Participation participation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MemberService members;

    @Autowired
    DataSource database;

    private void assertNothingStored(Class<? extends Exception> refusal, String login, VoteId vote, String reason) {
        if (login.isEmpty()) {
            SignIn.out();
        } else {
            SignIn.as(login);
        }
        var before = community.everything();
        assertThatThrownBy(() -> casting.cast(vote, Choice.YES, ""))
                .isInstanceOf(refusal)
                .hasMessageContaining(reason);
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void storesABallotAndItsChange() {
        VoteId vote = called(approval());

        cast("birch", vote, Choice.ABSTAIN, " I have seen it. ");
        clock.advance(Duration.ofNanos(1_000));
        cast("birch", vote, Choice.YES, "");
        cast("willow", vote, Choice.NO, "");

        VoteDetail detail = reader.detail(vote).orElseThrow();
        assertThat(detail.summary().tally()).contains(new Tally(1, 1, 0));
        assertThat(detail.ballots()).hasSize(2);
        VoteDetail.Ballot ballot = detail.ballots().getFirst();
        assertThat(ballot.name()).isEqualTo("Birch");
        assertThat(ballot.choice()).isEqualTo(Choice.YES);
        assertThat(ballot.comment()).isEmpty();
        assertThat(ballot.castAt()).isEqualTo(START.plusNanos(1_000));
        assertThat(detail.missing()).hasSize(ACTIVE - 1);
        assertThat(detail.mayStillVote()).isEqualTo(ACTIVE);
        assertThat(story(vote))
                .containsExactly(
                        "cast −1", "changed 0 to +1", "cast 0", story(vote).getLast());
        assertThat(participation.castBy(detail.ballots().getFirst().member(), 5))
                .singleElement()
                .satisfies(own -> assertThat(own.vote()).isEqualTo(vote));
    }

    @Test
    void theTableHoldsOneBallotAMember() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);

        assertThatThrownBy(() -> jdbc.sql("""
                                INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                                SELECT vote_id, member_id, 'NO', '', cast_at FROM ballot""").update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void waitsForThoseWhoHaveNotVoted() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);

        assertThat(reader.waitingFor(members.byLogin("birch").orElseThrow().id()))
                .isEmpty();
        assertThat(reader.waitingFor(members.byLogin("ALDER").orElseThrow().id()))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.tally()).contains(new Tally(1, 0, 0)));
    }

    @Test
    void asksForACommentWithAnObjectionUnderPlusThree() {
        VoteId vote = called(consensus("Paint it"));
        SignIn.as("birch");

        assertThatThrownBy(() -> casting.cast(vote, Choice.NO, "  "))
                .isInstanceOf(CastRefused.class)
                .hasMessageContaining("needs a comment");
        assertThat(community.count("ballot", "1 = 1")).isZero();

        casting.cast(vote, Choice.NO, "Green hides the leaves.");
        assertThat(summary(vote).tally()).contains(new Tally(0, 1, 0));
    }

    @Test
    void refusesAnEndlessComment() {
        VoteId vote = called(approval());
        SignIn.as("birch");

        assertThatThrownBy(() -> casting.cast(vote, Choice.YES, "🌲".repeat(5_001)))
                .isInstanceOf(CastRefused.class);
        casting.cast(vote, Choice.YES, "日".repeat(10_000));
        assertThat(reader.detail(vote).orElseThrow().ballots().getFirst().comment())
                .hasSize(10_000);
    }

    @Test
    void refusesAfterTheDeadlineAlsoWhileNobodyHasClosedIt() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);

        clock.set(summary(vote).closesAt());
        assertNothingStored(VoteClosed.class, "birch", vote, "closed");
        clock.set(summary(vote).closesAt().minusNanos(1_000));
        cast("cedar", vote, Choice.YES);
        clock.set(summary(vote).closesAt().plusNanos(1_000));
        assertNothingStored(VoteClosed.class, "birch", vote, "closed");
        clock.set(START);
        closer.closeDue();
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
    }

    @Test
    void refusesEmeritiWhereThePolicyForbidsIt() {
        var end = Deadline.ANYWHERE_ON_EARTH.firstFrom(START.plus(Duration.ofDays(7)));
        VoteId vote = called(new Call("conda", "other", Optional.empty(), "Paint it", "Green.", end, ""));

        assertNothingStored(CastRefused.class, "willow", vote, "emeritus members do not vote");
        cast("birch", vote, Choice.YES);
        assertThat(reader.detail(vote).orElseThrow().mayStillVote()).isEqualTo(ACTIVE - 1);
    }

    @Test
    void refusesWhoMayNotVote() {
        VoteId vote = called(approval());

        assertNothingStored(CastRefused.class, "nettle", vote, "Only members of core");
        assertNothingStored(CastRefused.class, "", vote, "Sign in");
        assertNothingStored(CastRefused.class, "birch", new VoteId(vote.number() + 1), "There is no vote");
    }

    @Test
    void knowsTheRosterOfTheMoment() {
        VoteId vote = called(approval());
        jdbc.sql(
                        "UPDATE member_standing SET until = :today WHERE member_id = (SELECT id FROM member WHERE login_key = 'birch')")
                .param("today", LocalDate.now(clock))
                .update();

        assertNothingStored(CastRefused.class, "birch", vote, "Only members of core");
    }

    @Test
    void storesActAndJournalTogetherOrNeither() {
        VoteId vote = called(approval());
        var before = community.everything();
        SignIn.as("birch");

        transaction.executeWithoutResult(status -> {
            casting.cast(vote, Choice.YES, "");
            assertThat(story(vote)).hasSize(2);
            status.setRollbackOnly();
        });

        assertThat(community.everything()).isEqualTo(before);
    }

    /// A cast that loses against a lock begins again as a whole, in a transaction of its own.
    @Test
    void repeatsTheWholeTransactionAfterALockTimeOut() throws Exception {
        VoteId vote = called(approval());
        onEveryConnection(lockTimeOut(1));
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("UPDATE vote SET casts = casts WHERE id = " + vote.number());
            Thread release = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(1_700);
                    other.rollback();
                } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            cast("birch", vote, Choice.YES);
            release.join();
        } finally {
            onEveryConnection(lockTimeOut(10));
        }

        assertThat(community.count("ballot", "1 = 1")).isEqualTo(1);
        assertThat(community.count("vote", "casts = 1")).isEqualTo(1);
        assertThat(story(vote)).hasSize(2);
    }

    /// The statement that makes a connection give up a lock after so many seconds.
    abstract String lockTimeOut(int seconds);

    private void onEveryConnection(String sql) throws SQLException {
        List<Connection> pool = new ArrayList<>();
        try {
            int size = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
            for (int i = 0; i < size; i++) {
                Connection connection = database.getConnection();
                pool.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        } finally {
            for (Connection connection : pool) {
                connection.close();
            }
        }
    }

    @Test
    void costsTheSameHoweverManyBallotsThereAre() {
        VoteId vote = called(approval());
        cast(vote, Choice.YES, Choice.NO, Choice.ABSTAIN);
        SignIn.as("birch");

        assertThat(SqlCount.of(() -> casting.cast(vote, Choice.YES, "")))
                .isNotEmpty()
                .noneMatch(sql -> sql.contains("FROM ballot") && !sql.contains("member_id = "));
    }

    @Test
    void withdrawsByItsCallerOnly() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);
        SignIn.as("birch");
        assertThatThrownBy(() -> calls.withdraw(vote, "Not now."))
                .isInstanceOf(org.condaforge.quorate.member.NotAllowed.class);

        SignIn.as("alder");
        calls.withdraw(vote, "Not now.");

        VoteDetail detail = reader.detail(vote).orElseThrow();
        assertThat(detail.summary().state()).isEqualTo(VoteState.WITHDRAWN);
        assertThat(detail.summary().decidedAt()).contains(START);
        assertThat(detail.recordNote()).contains("Not now.");
        assertThat(detail.ballots()).hasSize(1);
        assertNothingStored(VoteClosed.class, "birch", vote, "closed");
        clock.advance(Duration.ofDays(60));
        closer.closeDue();
        assertThat(summary(vote).state()).isEqualTo(VoteState.WITHDRAWN);
        clock.set(START);
        assertThat(summary(called(approval())).state()).isEqualTo(VoteState.OPEN);
    }
}
