package org.condaforge.quorate.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.checkin.RoundStore.Opening;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the tests of rounds share: six active members and Willow, who is emeritus.
abstract class RoundContract {

    @Autowired
    CheckIns checkIns;

    @Autowired
    OwnStanding own;

    @Autowired
    RoundReader rounds;

    @Autowired
    RoundKeeper keeper;

    @Autowired
    RoundOpening opening;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void lay() {
        community.clear();
        community.active(6);
        community.emeritus("willow");
    }

    @AfterEach
    void leave() {
        SignIn.out();
    }

    void sign(String login) {
        if (login.isEmpty()) {
            SignIn.out();
        } else {
            SignIn.as(login);
        }
    }

    void as(String login, Runnable act) {
        SignIn.as(login);
        act.run();
        SignIn.out();
    }

    RoundId open(String cadence) {
        SignIn.as("alder");
        RoundId round = checkIns.open(cadence);
        SignIn.out();
        return round;
    }

    /// Opens a round of all active members that no page has.
    RoundId openWith(Asking asking) {
        Instant now = clock.instant();
        return java.util.Objects.requireNonNull(transaction.execute(status -> opening.open(
                new Opening(
                        Round.Kind.EVERYBODY,
                        "conda-forge",
                        Optional.of("weekly"),
                        "Check-in of the week",
                        now,
                        now,
                        asking,
                        Optional.empty()),
                members.roster().active())));
    }

    void answer(String login, RoundId round, Answer.Choice choice, Optional<LocalDate> returnsOn) {
        as(login, () -> checkIns.answer(round, choice, returnsOn));
    }

    RoundDetail detail(RoundId round) {
        return rounds.detail(round).orElseThrow();
    }

    /// What the journal says of it, oldest first.
    List<String> acts(RoundId round) {
        return jdbc.sql("SELECT what FROM journal WHERE subject_kind = 'check-in' AND subject_key = :key ORDER BY id")
                .param("key", String.valueOf(round.number()))
                .query((row, i) -> String.valueOf(row.getString("what")))
                .list();
    }
}
