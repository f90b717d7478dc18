package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.rule.Choice.ABSTAIN;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.PolicyPage;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.Known;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.vote.ReplayedVote.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every closed vote counted again by other rules.
abstract class ReplayContract extends VotingContract {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    Replay replay;

    @Autowired
    MemberService members;

    @Autowired
    JdbcClient jdbc;

    private static Policy shipped(String name) {
        return Policies.shipped().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Yardstick conda(String standIn) {
        return new Yardstick.UnderPolicy(shipped("conda"), shipped("conda").item(standIn));
    }

    private static Yardstick rule(String notation) {
        return new Yardstick.ByRule(RuleNotation.read(notation), Optional.empty());
    }

    /// Conda-forge's page, edited.
    private static Policy edited(String right, String wrong) {
        String page = shipped("conda-forge").page();
        assertThat(page).contains(right);
        return PolicyPage.read(page.replace(right, wrong), "edited page");
    }

    private ReplayReport count(Yardstick yardstick) {
        return replay.count(new ReplayRun(yardstick)).orElseThrow();
    }

    private ReplayedVote only(Yardstick yardstick) {
        ReplayReport report = count(yardstick);
        assertThat(report.votes()).hasSize(1);
        return report.votes().getFirst();
    }

    private static Call call(String item, String title, Duration period) {
        return new Call("conda-forge", item, Optional.empty(), title, "Green.", START.plus(period), "");
    }

    /// A vote on something else that was open for a week, with these ballots of the first members, and has ended.
    private VoteId closed(String title, Choice... choices) {
        return closed(call("other", title, WEEK), choices);
    }

    private VoteId closed(Call call, Choice... choices) {
        clock.set(START);
        VoteId vote = called(call);
        cast(vote, choices);
        clock.set(summary(vote).closesAt());
        closer.closeDue();
        return vote;
    }

    @Test
    void recountsEveryVoteByItsOwnRule() {
        VoteId passed = closed("Paint it", YES, YES, YES, YES, NO);
        VoteId consensus = closed(consensus("Plant it"), YES, YES);

        ReplayReport report = count(new Yardstick.AsCalled());

        assertThat(report.differing()).isZero();
        assertThat(report.counted()).isEqualTo(2);
        assertThat(report.votes()).extracting(ReplayedVote::id).containsExactly(consensus, passed);
        assertThat(report.votes().getLast().why()).isEqualTo("5 of 10 took part, 5 had to; 4 of 5 said yes, 3 had to.");
        assertThat(report.votes().getFirst().why()).isEqualTo("3 would have to say yes, 2 did.");

        jdbc.sql("DELETE FROM ballot WHERE vote_id = :id AND choice = 'NO'")
                .param("id", passed.number())
                .update();
        ReplayReport altered = count(new Yardstick.AsCalled());
        assertThat(altered.differing()).isEqualTo(1);
        assertThat(altered.votes().getFirst().id()).isEqualTo(passed);
        assertThat(altered.votes().getFirst().why())
                .isEqualTo("Recorded 1 no, the ballots give 0; recorded passed, the count gives inquorate.");
    }

    @Test
    void countsByARuleThatSomebodyEdits() {
        VoteId close = closed("Paint it", YES, YES, YES, NO, NO);
        VoteId clear = closed("Paint the other", YES, YES, YES, YES, YES);

        ReplayReport report = count(rule("{majority: 2/3, routes: [standard]}"));

        assertThat(report.votes()).extracting(ReplayedVote::id).containsExactly(clear, close);
        assertThat(report.votes()).extracting(ReplayedVote::verdict).containsOnly(Verdict.DIFFERS);
        assertThat(report.votes().getLast().why()).isEqualTo("7 of 10 would have to take part, 5 did.");
        assertThat(report.votes().getLast().recorded()).contains(Result.PASSED);
        assertThat(report.votes().getLast().route()).contains(Route.STANDARD);

        assertThat(count(rule("{majority: 50%, routes: [standard]}")).differing())
                .isZero();
        ReplayedVote rejected =
                count(rule("{consensus: {yes: 3, no: 0}}")).votes().getFirst();
        assertThat(rejected.id()).isEqualTo(close);
        assertThat(rejected.why()).isEqualTo("Nobody may say no, 2 did.");
        assertThat(rejected.counted().orElseThrow().outcome().label()).isEqualTo("rejected");
    }

    @Test
    void keepsToTheVotesOfOneItem() {
        VoteId other = closed("Paint it", YES, YES, YES, NO, NO);
        closed(consensus("Plant it"), YES, YES, YES);

        ReplayReport report =
                count(new Yardstick.ByRule(RuleNotation.read("{consensus: {yes: 3, no: 0}}"), onOther("conda-forge")));

        assertThat(report.votes()).extracting(ReplayedVote::id).containsExactly(other);
        assertThat(replay.items())
                .extracting(Replay.VotedItem::item)
                .containsExactlyInAnyOrder(
                        new Yardstick.Item("conda-forge", "other"), new Yardstick.Item("plus-three", "consensus"));
    }

    private static Optional<Yardstick.Item> onOther(String policy) {
        return Optional.of(new Yardstick.Item(policy, "other"));
    }

    /// conda has an item “other” as well.
    @Test
    void tellsItemsOfTheSameNameApartByTheirPolicy() {
        VoteId forge = closed("Paint it", YES, YES, YES, NO, NO);
        VoteId conda = closed("Plant it", YES, YES, YES, NO, NO);
        jdbc.sql("UPDATE vote SET policy = 'conda' WHERE id = :id")
                .param("id", conda.number())
                .update();
        Rule rule = RuleNotation.read("{consensus: {yes: 3, no: 0}}");

        assertThat(count(new Yardstick.ByRule(rule, onOther("conda-forge"))).votes())
                .extracting(ReplayedVote::id)
                .containsExactly(forge);
        assertThat(count(new Yardstick.ByRule(rule, onOther("conda"))).votes())
                .extracting(ReplayedVote::id)
                .containsExactly(conda);
        assertThat(replay.items())
                .extracting(Replay.VotedItem::item)
                .containsExactly(new Yardstick.Item("conda", "other"), new Yardstick.Item("conda-forge", "other"));
    }

    @Test
    void countsUnderAnotherPolicyByItsItemOrAStandIn() {
        closed("Paint it", YES, YES, YES, YES, NO);

        assertThat(only(new Yardstick.UnderPolicy(shipped("conda"), Optional.empty())))
                .satisfies(left -> {
                    assertThat(left.verdict()).isEqualTo(Verdict.SAME);
                    assertThat(left.counted().orElseThrow().by())
                            .isEqualTo(
                                    shipped("conda").item("other").orElseThrow().title());
                });
        ReplayedVote left = only(new Yardstick.UnderPolicy(shipped("plus-three"), Optional.empty()));
        assertThat(left.verdict()).isEqualTo(Verdict.NOT_COUNTED);
        assertThat(left.why()).endsWith("is no item of Plus three, and no stand-in is chosen.");
        ReplayedVote consensus = only(new Yardstick.UnderPolicy(
                shipped("plus-three"), shipped("plus-three").item("consensus")));
        assertThat(consensus.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(consensus.notes()).anyMatch(note -> note.startsWith("Counted as “Consensus”, which stands in for"));
    }

    @Test
    void leavesOutBallotsOfThoseWhoWereEmeritusWhenItOpened() {
        VoteId vote = called(call("other", "Paint it", WEEK));
        cast(vote, YES, YES, YES);
        cast("willow", vote, YES);
        cast("yew", vote, ABSTAIN);
        // Alder was active when it opened, and willow comes back later: neither matters.
        clock.advance(Duration.ofDays(2));
        becomes(Standing.EMERITUS, "alder");
        becomes(Standing.ACTIVE, "willow");
        clock.set(START.plus(WEEK));
        closer.closeDue();
        assertThat(summary(vote).result()).contains(Result.PASSED);

        ReplayedVote replayed = only(new Yardstick.UnderPolicy(
                edited("emeritus-may-vote: true", "emeritus-may-vote: false"), Optional.empty()));

        assertThat(replayed.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(replayed.counted().orElseThrow().tally()).isEqualTo(new Tally(3, 0, 0));
        assertThat(replayed.why())
                .isEqualTo("2 ballots of emeritus members do not count; 5 of 10 would have to take part, 3 did.");
        assertThat(only(new Yardstick.UnderPolicy(shipped("conda-forge"), Optional.empty()))
                        .verdict())
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void saysThatTotalsDoNotTellWhoIsInThem() {
        VoteId vote = closed("Paint it", YES, YES, YES, YES, YES);
        jdbc.sql("DELETE FROM ballot").update();
        jdbc.sql("UPDATE vote SET casts = 0 WHERE id = :id")
                .param("id", vote.number())
                .update();

        ReplayedVote replayed = only(conda("other"));

        assertThat(replayed.verdict()).isEqualTo(Verdict.SAME);
        assertThat(replayed.notes())
                .contains(
                        "Whether ballots of emeritus members are in its totals cannot be told.",
                        "Its totals are counted, because its ballots are not on record.");
    }

    @Test
    void takesTheRosterOfTheClosingWherePolicySaysSo() {
        VoteId vote = called(call("other", "Paint it", WEEK));
        cast(vote, YES, YES, YES, YES);
        clock.advance(Duration.ofDays(2));
        becomes(Standing.EMERITUS, "cypress", "dogwood");
        clock.set(START.plus(WEEK));
        closer.closeDue();
        clock.advance(VoteEnding.LAPSE);
        becomes(Standing.EMERITUS, "cherry");
        closer.closeDue();
        assertThat(summary(vote).result()).contains(Result.INQUORATE);

        ReplayedVote replayed =
                only(new Yardstick.UnderPolicy(RosterDateContract.page(RosterDate.CLOSING), Optional.empty()));

        assertThat(replayed.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(replayed.counted().orElseThrow().active()).isEqualTo(7);
        assertThat(replayed.notes())
                .contains(
                        "7 were active on the day it closed; on record the quorum is of 10.",
                        "On record it lapsed, because nobody confirmed its time-out in time; here its ballots decide.");
    }

    @Test
    void notesThatThePeriodWouldHaveBeenTooShort() {
        closed(call("other", "Paint it", Duration.ofDays(3)), YES, YES, YES, YES, YES);

        ReplayedVote replayed = only(conda("other"));

        assertThat(replayed.verdict()).isEqualTo(Verdict.SAME);
        assertThat(replayed.notes())
                .containsExactly(
                        "Its period of 3 days is below the 7 days that conda asks for: it could not have been called so.");
    }

    @Test
    void saysWhichItemsNeedNoVoteAndRefusesThemAsStandIns() {
        VoteId vote = closed("Paint it", YES, YES, YES, YES, YES);
        jdbc.sql("UPDATE vote SET item = 'lock-thread' WHERE id = :id")
                .param("id", vote.number())
                .update();

        assertThat(only(new Yardstick.UnderPolicy(shipped("conda-forge"), Optional.empty()))
                        .why())
                .contains("needs no vote under");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Yardstick.UnderPolicy(
                        shipped("conda-forge"), shipped("conda-forge").item("lock-thread")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Yardstick.UnderPolicy(
                        shipped("conda-forge"), shipped("plus-three").item("consensus")));
    }

    @Test
    void neverCountsSensitiveOrOpenVotesAndListsThoseItCannotCount() {
        VoteId sensitive = closed("Block it", YES, YES, YES, YES, YES);
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", sensitive.number())
                .update();
        clock.set(START);
        called(call("other", "Still open", Duration.ofDays(60)));
        archive.expired(SEEDS, LocalDate.of(2020, 3, 11), "Vote ends on 2020-03-11");
        SignIn.as("alder");
        VoteId minutes = reader.list(VoteReader.Filter.on(SEEDS), new org.condaforge.quorate.store.Page.Request(0, 5))
                .items()
                .getFirst()
                .id();
        byHand.complete(
                minutes,
                Known.of(summary(minutes), Result.PASSED, Optional.of(new Tally(9, 1, 0)), "The archive of the list."));

        for (Yardstick yardstick :
                List.of(new Yardstick.AsCalled(), conda("other"), rule("{majority: 60%, routes: [standard]}"))) {
            ReplayReport report = count(yardstick);
            assertThat(report.sensitive()).isEqualTo(1);
            assertThat(report.counted()).isZero();
            assertThat(report.votes()).singleElement().satisfies(vote -> {
                assertThat(vote.id()).isEqualTo(minutes);
                assertThat(vote.why()).startsWith("Cannot be counted. The rule it was called under");
            });
        }
    }

    @Test
    void asksAsOftenForFourHundredVotesAsForTen() {
        for (Yardstick yardstick :
                List.of(new Yardstick.AsCalled(), conda("other"), rule("{majority: 60%, routes: [standard]}"))) {
            community.clear();
            community.active(ACTIVE);
            community.emeritus("willow");
            lay(10);
            List<String> few =
                    SqlCount.of(() -> assertThat(count(yardstick).votes()).hasSize(10));
            lay(390);
            List<String> many =
                    SqlCount.of(() -> assertThat(count(yardstick).votes()).hasSize(400));

            assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void goesThroughEveryChunkOnceAndTellsHowFarItIs() {
        lay(2 * ClosedVotes.CHUNK + 1);
        ReplayRun run = new ReplayRun(new Yardstick.AsCalled());
        List<Integer> steps = new ArrayList<>();
        run.listen(() -> steps.add(run.progress().done()));

        ReplayReport report = replay.count(run).orElseThrow();

        assertThat(steps).containsExactly(0, 500, 1000, 1001);
        assertThat(report.votes()).hasSize(1001);
        assertThat(report.votes()).extracting(ReplayedVote::id).doesNotHaveDuplicates();
    }

    @Test
    void stopsBetweenChunks() {
        lay(ClosedVotes.CHUNK + 1);
        ReplayRun run = new ReplayRun(new Yardstick.AsCalled());
        run.listen(() -> {
            if (run.progress().done() > 0) {
                run.stop();
            }
        });

        assertThat(replay.count(run)).isPresent();
        ReplayRun early = new ReplayRun(new Yardstick.AsCalled());
        early.listen(early::stop);
        assertThat(replay.count(early)).isEmpty();
        assertThat(early.progress().done()).isZero();
    }

    @Test
    void runsInTheBackgroundOnceForEachMember() throws InterruptedException {
        closed("Paint it", YES, YES, YES, YES, YES);
        SignIn.as("willow");
        ReplayRun first = replay.start(new Yardstick.AsCalled());
        ReplayRun second = replay.start(conda("other"));
        first.await();
        second.await();

        assertThat(replay.mine()).contains(second);
        assertThat(second.progress().state()).isEqualTo(ReplayRun.State.DONE);
        assertThat(second.progress().report().orElseThrow().counted()).isEqualTo(1);
        assertThat(first.progress().state()).isIn(ReplayRun.State.DONE, ReplayRun.State.STOPPED);
        SignIn.as("alder");
        assertThat(replay.mine()).isEmpty();
    }

    @Test
    void isForMembersOnly() {
        SignIn.out();
        assertThatThrownBy(() -> replay.start(new Yardstick.AsCalled()))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("Sign in to replay votes.");
        SignIn.as("nettle");
        assertThatThrownBy(() -> replay.start(new Yardstick.AsCalled()))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("Only members of core, emeritus ones included, may replay votes.");
        assertThat(replay.mine()).isEmpty();
    }

    private void becomes(Standing standing, String... logins) {
        for (String login : logins) {
            String name = members.byLogin(login).orElseThrow().name();
            members.take(new RosterFile.Row(login, Optional.empty(), name, Map.of(), 1), standing, "core.csv");
        }
    }

    /// So many more closed votes of five ballots, laid down as they are stored.
    private void lay(int count) {
        long before = community.count("vote", "1 = 1");
        VoteId pattern = before == 0 ? closed("Paint it", YES, YES, YES, YES, NO) : new VoteId(0);
        String columns = """
                version, title, subject, policy, policy_revision, item, item_title, rule, emeritus_may_vote,
                no_needs_comment, classification, text, text_hash, justification, called_by, opens_at, closes_at, active,
                emeritus, roster, state, decided_at, outcome, route, quorum, yes_count, no_count, abstain_count, casts""";
        long from = pattern.number() == 0
                ? jdbc.sql("SELECT MIN(id) FROM vote").query(Long.class).single()
                : pattern.number();
        for (int i = before == 0 ? 1 : 0; i < count; i++) {
            jdbc.sql("INSERT INTO vote (" + columns + ") SELECT " + columns + " FROM vote WHERE id = :id")
                    .param("id", from)
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                        SELECT v.id, b.member_id, b.choice, b.comment, b.cast_at
                        FROM vote v CROSS JOIN ballot b
                        WHERE b.vote_id = :id AND NOT EXISTS (SELECT 1 FROM ballot x WHERE x.vote_id = v.id)""").param("id", from).update();
    }
}
