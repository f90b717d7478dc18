package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.rule.Choice.ABSTAIN;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.seal.BallotKeys;
import org.condaforge.quorate.seal.OpenedBallot;
import org.condaforge.quorate.seal.VoterCode;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Sensitive votes from call to the end of their key: ten active members, two emeriti, two thirds for a
/// nomination.
abstract class SecretVoteContract extends VotingContract {

    @Autowired
    SecretBallots secrets;

    @Autowired
    SecretKeys secretKeys;

    @Autowired
    BallotKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${quorate.keys}")
    Path folder;

    static Call nomination(String title) {
        return new Call(
                        "conda-forge",
                        "core-nomination",
                        Optional.empty(),
                        title,
                        "Quince plants a lot.",
                        START.plus(Duration.ofDays(7)),
                        "Ten years of pruning.")
                .about(title.replaceAll("\\W+", "-"));
    }

    VoterCode seal(String login, VoteId vote, Choice choice) {
        SignIn.as(login);
        VoterCode code = secrets.cast(vote, choice);
        SignIn.out();
        return code;
    }

    /// The first members of the community vote so.
    private List<VoterCode> seal(VoteId vote, Choice... choices) {
        List<VoterCode> codes = new java.util.ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            codes.add(seal(Trees.login(i), vote, choices[i]));
        }
        return codes;
    }

    private SecretVote seenBy(String login, VoteId vote) {
        SignIn.as(login);
        SecretVote seen = secrets.of(vote).orElseThrow();
        SignIn.out();
        return seen;
    }

    private VoteSummary known(VoteId vote) {
        return reader.whole(vote).orElseThrow();
    }

    private UUID keyOf(VoteId vote) {
        return UUID.fromString(jdbc.sql("SELECT key_name FROM secret_vote WHERE vote_id = :vote")
                .param("vote", vote.number())
                .query((row, i) -> row.getString("key_name"))
                .single());
    }

    private void closeAt(Instant instant) {
        clock.set(instant);
        closer.closeDue();
    }

    private List<String> keyFiles() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theKeyIsThereWhenTheVoteOpens() {
        VoteId vote = called(nomination("Nominate Quince"));

        assertThat(keys.find(keyOf(vote))).isPresent();
        assertThat(seenBy("alder", vote).sealed()).isTrue();
        assertThat(seenBy("alder", vote).publishFrom()).isEqualTo(5);
        assertThat(seenBy("alder", vote).challengePeriod()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void aCallThatFailsLeavesNoKey() {
        called(nomination("Nominate Quince"));
        List<String> before = keyFiles();

        assertThatThrownBy(() -> called(nomination("nominate quince"))).isInstanceOf(CallRefused.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    called(nomination("Nominate Medlar"));
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");

        assertThat(keyFiles()).isEqualTo(before);
        assertThat(community.count("secret_vote", "1 = 1")).isOne();
    }

    /// As when the process dies after the key was made and before the vote was stored.
    @Test
    void aKeyThatNoVoteTookIsRemovedAndThoseOfOthersStay() {
        VoteId vote = called(nomination("Nominate Quince"));
        UUID orphan = keys.make().name();
        UUID foreign = keys.make().name();
        jdbc.sql("INSERT INTO ballot_key (name, made_at) VALUES (:name, :at)")
                .param("name", orphan.toString())
                .param("at", org.condaforge.quorate.store.Utc.column(START))
                .update();

        secretKeys.tidy();
        assertThat(keys.has(orphan)).as("its vote may be under way").isTrue();
        clock.advance(Duration.ofMinutes(61));
        secretKeys.tidy();

        assertThat(keys.has(orphan)).isFalse();
        assertThat(keys.has(keyOf(vote))).isTrue();
        assertThat(keys.has(foreign)).as("another database made it").isTrue();
        assertThat(community.count("ballot_key", "1 = 1")).isOne();
    }

    @Test
    void aSensitiveVoteIsLinkedToNoProposal() {
        Call call = nomination("Nominate Quince");
        assertThatThrownBy(() -> called(new Call(
                        call.policy(),
                        call.item(),
                        Optional.of(SEEDS),
                        call.title(),
                        call.text(),
                        call.closesAt(),
                        call.justification())))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refused -> assertThat(refused.reasons())
                                .anyMatch(reason -> reason.contains("whose page is public")));
    }

    @Test
    void untilTheCloseOnlyTheNumberOfVotersIsKnown() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, NO, YES);
        seal("alder", vote, ABSTAIN);

        SecretVote seen = seenBy("alder", vote);
        assertThat(seen.voters()).isEqualTo(3);
        assertThat(seen.voted()).isTrue();
        assertThat(seenBy("dogwood", vote).voted()).isFalse();
        assertThat(seen.opened()).isEmpty();
        assertThat(seen.voterNames()).isEmpty();
        SignIn.as("alder");
        VoteDetail detail = reader.detail(vote).orElseThrow();
        assertThat(detail.summary().tally()).isEmpty();
        assertThat(detail.ballots()).isEmpty();
        assertThat(detail.missing()).isEmpty();
        assertThat(detail.routes()).isEmpty();
        assertThat(community.count("ballot", "1 = 1")).isZero();
        assertThat(community.count("vote", "casts > 0")).isZero();
    }

    @Test
    void aCastTellsTheJournalNothing() {
        VoteId vote = called(nomination("Nominate Quince"));
        int before = community.count("journal", "1 = 1");

        seal(vote, YES, NO, YES);
        seal("alder", vote, NO);

        assertThat(community.count("journal", "1 = 1")).isEqualTo(before);
    }

    @Test
    void eachChangeGivesANewCodeAndReplacesTheBallot() {
        VoteId vote = called(nomination("Nominate Quince"));
        VoterCode first = seal("alder", vote, YES);
        VoterCode second = seal("alder", vote, YES);

        assertThat(second).isNotEqualTo(first);
        assertThat(community.count("sealed_ballot", "1 = 1")).isOne();
    }

    @Test
    void atTheCloseCodesAndChoicesArePublishedAndTheSealedBallotsGo() {
        VoteId vote = called(nomination("Nominate Quince"));
        VoterCode before = seal("alder", vote, NO);
        List<VoterCode> codes = seal(vote, YES, YES, YES, YES, YES, NO, ABSTAIN);
        closeAt(START.plus(Duration.ofDays(7)).plusSeconds(90));

        VoteSummary closed = known(vote);
        assertThat(closed.result()).contains(Result.PASSED);
        assertThat(closed.route()).contains(Route.STANDARD);
        assertThat(closed.decidedAt()).contains(START.plus(Duration.ofDays(7)));
        assertThat(closed.tally()).contains(new Tally(5, 1, 1));
        for (String reading : List.of("alder", "juniper", "yew")) {
            SecretVote seen = seenBy(reading.equals("juniper") ? "ash" : reading, vote);
            assertThat(seen.opened())
                    .extracting(OpenedBallot::code)
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(codes);
            assertThat(seen.opened()).extracting(OpenedBallot::code).doesNotContain(before);
            assertThat(seen.opened())
                    .filteredOn(ballot -> ballot.code().equals(codes.get(5)))
                    .extracting(OpenedBallot::choice)
                    .containsExactly(NO);
            assertThat(seen.voterNames())
                    .extracting(SecretVote.Voter::name)
                    .isSorted()
                    .hasSize(7)
                    .contains("Alder");
        }
        assertThat(community.count("sealed_ballot", "1 = 1")).isZero();
        SignIn.as("alder");
        assertThat(story(vote)).first().isEqualTo("closed: passed");
    }

    @Test
    void theKeyOutlivesTheOpeningByTheChallengePeriod() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, YES, YES, YES, YES, YES, NO);
        Instant opened = START.plus(Duration.ofDays(7)).plusSeconds(90);
        closeAt(opened);
        UUID key = keyOf(vote);

        clock.set(opened.plus(Duration.ofDays(14)).minusMillis(1));
        secretKeys.tidy();
        assertThat(keys.has(key)).isTrue();
        assertThat(seenBy("alder", vote).keyDestroyedAt()).isEmpty();
        clock.set(opened.plus(Duration.ofDays(14)));
        secretKeys.tidy();

        assertThat(keys.has(key)).isFalse();
        assertThat(seenBy("alder", vote).keyDestroyedAt()).contains(clock.instant());
        assertThat(community.count("ballot_key", "1 = 1")).isZero();
    }

    @Test
    void belowTheFloorOnlyTheOutcomeIsKept() {
        VoteId vote = called(new Call(
                        "conda-forge",
                        "staged-recipes-nomination",
                        Optional.empty(),
                        "Nominate Medlar",
                        "Medlar prunes.",
                        START.plus(Duration.ofDays(8)),
                        "Ten years.")
                .about("medlar"));
        // More than 50%, accelerated: over seven days, and half of the quorum of five say yes.
        seal(vote, YES, YES, YES, YES);
        closeAt(START.plus(Duration.ofDays(8)));

        assertThat(known(vote).result()).contains(Result.PASSED);
        assertThat(known(vote).tally()).isEmpty();
        SecretVote seen = seenBy("alder", vote);
        assertThat(seen.opened()).isEmpty();
        assertThat(seen.voterNames()).isEmpty();
        assertThat(seen.voters()).isZero();
        for (String table : List.of("sealed_ballot", "opened_ballot", "vote_voter")) {
            assertThat(community.count(table, "1 = 1")).as(table).isZero();
        }
    }

    @Test
    void notDecidedAndTimedOutLaterItStaysSealed() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, NO);
        closeAt(START.plus(Duration.ofDays(7)));

        assertThat(known(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(known(vote).tally()).isEmpty();
        assertThat(community.count("sealed_ballot", "1 = 1")).isEqualTo(2);
        assertThat(community.count("opened_ballot", "1 = 1")).isZero();
        assertThat(community.count("vote", "yes_count IS NOT NULL")).isZero();
        seal("cedar", vote, YES);
        assertThat(seenBy("alder", vote).voters()).isEqualTo(3);
    }

    @Test
    void aWithdrawnVoteIsNeverOpened() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, NO, YES, YES, YES);
        UUID key = keyOf(vote);
        SignIn.as("alder");
        calls.withdraw(vote, "Quince asked for it.");

        assertThat(keys.has(key)).isFalse();
        assertThat(community.count("sealed_ballot", "1 = 1")).isZero();
        assertThat(community.count("opened_ballot", "1 = 1")).isZero();
        assertThat(community.count("secret_vote", "key_destroyed_at IS NOT NULL"))
                .isOne();
        assertThatThrownBy(() -> secrets.cast(vote, NO)).isInstanceOf(VoteClosed.class);
    }

    @Test
    void aLostKeyEndsTheVoteAsOneThatCannotBeOpened() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, YES, YES, YES, YES, YES);
        keys.destroy(keyOf(vote));
        Instant end = START.plus(Duration.ofDays(7));
        closeAt(end.plusSeconds(5));

        VoteSummary closed = known(vote);
        assertThat(closed.state()).isEqualTo(VoteState.CLOSED);
        assertThat(closed.result()).contains(Result.UNOPENED);
        assertThat(closed.decidedAt()).contains(end);
        assertThat(closed.tally()).isEmpty();
        SignIn.as("birch");
        assertThat(reader.detail(vote).orElseThrow().recordNote()).contains("The key that opens its ballots is lost.");
        assertThat(community.count("sealed_ballot", "1 = 1")).isZero();
        Call call = nomination("Nominate Quince");
        VoteId again = called(new Call(
                        call.policy(),
                        call.item(),
                        call.proposal(),
                        call.title(),
                        call.text(),
                        clock.instant().plus(Duration.ofDays(7)),
                        call.justification())
                .about("quince"));
        assertThat(known(again).state()).isEqualTo(VoteState.OPEN);
    }

    @Test
    void oneBallotThatWasChangedInTheDatabaseMakesAllUnopenable() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, YES, YES, YES, YES, NO);
        UUID key = keyOf(vote);
        byte[] others = jdbc.sql("SELECT sealed FROM sealed_ballot WHERE vote_id = :vote AND member_id = :member")
                .param("vote", vote.number())
                .param("member", member("alder"))
                .query((row, i) -> row.getBytes("sealed"))
                .single();
        jdbc.sql("UPDATE sealed_ballot SET sealed = :sealed WHERE vote_id = :vote AND member_id = :member")
                .param("sealed", others)
                .param("vote", vote.number())
                .param("member", member("cedar"))
                .update();
        closeAt(START.plus(Duration.ofDays(7)));

        assertThat(known(vote).result()).contains(Result.UNOPENED);
        assertThat(keys.has(key)).isFalse();
    }

    private long member(String login) {
        return jdbc.sql("SELECT id FROM member WHERE login_key = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    @Test
    void aFolderOfKeysThatIsAwayIsWaitedForADay() throws IOException {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, YES, YES, YES, YES, YES, YES);
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        try {
            closeAt(START.plus(Duration.ofDays(7)));
            assertThat(known(vote).state()).isEqualTo(VoteState.OPEN);
            assertThatThrownBy(() -> seal("alder", vote, NO)).isInstanceOf(VoteClosed.class);
        } finally {
            Files.move(away, folder);
        }
        closeAt(START.plus(Duration.ofDays(7)).plusSeconds(60));

        assertThat(known(vote).result()).contains(Result.PASSED);
        assertThat(known(vote).decidedAt()).contains(START.plus(Duration.ofDays(7)));
    }

    @Test
    void takesNoBallotAtTheEndOrFromPeopleWhoMayNotVote() {
        VoteId vote = called(nomination("Nominate Quince"));

        SignIn.out();
        assertThatThrownBy(() -> secrets.cast(vote, YES))
                .isInstanceOf(CastRefused.class)
                .hasMessage("Sign in to vote.");
        SignIn.as("sorrel");
        assertThatThrownBy(() -> secrets.cast(vote, YES))
                .isInstanceOf(CastRefused.class)
                .hasMessage("Only members of core may vote.");
        SignIn.as("yew");
        secrets.cast(vote, YES);
        SignIn.as("alder");
        assertThatThrownBy(() -> casting.cast(vote, YES, "")).isInstanceOf(CastRefused.class);
        VoteId standard = called(consensus("Paint it"));
        SignIn.as("alder");
        assertThatThrownBy(() -> secrets.cast(standard, YES)).isInstanceOf(CastRefused.class);
        clock.set(START.plus(Duration.ofDays(7)).minusNanos(1_000));
        secrets.cast(vote, YES);
        clock.set(START.plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> secrets.cast(vote, YES)).isInstanceOf(VoteClosed.class);
        assertThat(community.count("sealed_ballot", "1 = 1")).isEqualTo(2);
        assertThat(community.count("ballot", "1 = 1")).isZero();
    }

    @Test
    void toOthersItIsASensitiveVoteAndNothingMore() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES, YES, YES, YES, YES, YES, YES);
        for (String login : List.of("", "sorrel")) {
            if (login.isEmpty()) {
                SignIn.out();
            } else {
                SignIn.as(login);
            }
            VoteDetail seen = reader.detail(vote).orElseThrow();
            assertThat(seen.toString())
                    .doesNotContainIgnoringCase("quince", "nominat", "core-", "alder", "pruning", "conda-forge");
            assertThat(seen.summary().title()).isEqualTo("A sensitive vote");
            assertThat(seen.summary().state()).isEqualTo(VoteState.OPEN);
            assertThat(secrets.of(vote)).isEmpty();
        }
        closeAt(START.plus(Duration.ofDays(7)));
        SignIn.out();
        VoteSummary ended = reader.summary(vote).orElseThrow();
        assertThat(ended.state()).isEqualTo(VoteState.CLOSED);
        assertThat(ended.result()).isEmpty();
        assertThat(ended.tally()).isEmpty();
        assertThat(ended.decidedAt()).isEmpty();
        assertThat(story(vote)).isEmpty();
    }

    @Test
    void whoHasNotVotedIsToldToNobodyElse() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES);
        SignIn.as("birch");
        assertThat(reader.waitingFor(new org.condaforge.quorate.member.MemberId(member("birch"))))
                .extracting(VoteSummary::id)
                .containsExactly(vote);
        assertThat(reader.waitingFor(new org.condaforge.quorate.member.MemberId(member("cedar"))))
                .isEmpty();
        SignIn.as("alder");
        assertThat(reader.waitingFor(new org.condaforge.quorate.member.MemberId(member("alder"))))
                .isEmpty();
        SignIn.out();
        assertThat(reader.waitingFor(new org.condaforge.quorate.member.MemberId(member("birch"))))
                .isEmpty();
    }

    @Test
    void noFilterFindsWhatTheReaderMayNotKnow() {
        VoteId vote = called(nomination("Nominate Quince"));
        seal(vote, YES);
        closeAt(START.plus(Duration.ofDays(7)));
        var page = new org.condaforge.quorate.store.Page.Request(0, 5);
        VoteReader.Filter item = new VoteReader.Filter(
                java.util.Set.of(),
                Optional.empty(),
                Optional.of("core-nomination"),
                Optional.empty(),
                Optional.empty(),
                "");
        VoteReader.Filter words = new VoteReader.Filter(
                java.util.Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "quince");

        assertThat(reader.list(VoteReader.Filter.in(VoteState.OVERDUE), page).total())
                .isZero();
        assertThat(reader.list(VoteReader.Filter.in(VoteState.OPEN), page).total())
                .isOne();
        assertThat(reader.list(item, page).total()).isZero();
        assertThat(reader.list(words, page).total()).isZero();
        assertThat(reader.choices().items()).isEmpty();
        assertThat(reader.countByState()).containsOnlyKeys(VoteState.OPEN);
        SignIn.as("cedar");
        assertThat(reader.list(VoteReader.Filter.in(VoteState.OVERDUE), page).total())
                .isOne();
        assertThat(reader.list(item, page).total()).isOne();
        assertThat(reader.list(words, page).total()).isOne();
        assertThat(reader.choices().items()).hasSize(1);
        assertThat(reader.countByState()).containsOnlyKeys(VoteState.OVERDUE);
    }

    @Test
    void onlyItsCallerWithdrawsIt() {
        VoteId vote = called(nomination("Nominate Quince"));
        SignIn.as("birch");
        assertThatThrownBy(() -> calls.withdraw(vote, "No.")).isInstanceOf(NotAllowed.class);
        assertThat(keys.has(keyOf(vote))).isTrue();
    }
}
