package org.condaforge.quorate.ui.rule;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.Replay;
import org.condaforge.quorate.vote.ReplayRun;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.Yardstick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

class ReplayViewTests extends ViewTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    Replay replay;

    /// One vote that passes under its own rule with four of five, one that was rejected.
    private void layVotes() {
        VoteId mirror = grove.vote("alder", "Fund the mirror", 7);
        VoteId logo = grove.vote("alder", "Another logo", 7);
        for (String member : List.of("alder", "birch", "cedar")) {
            grove.cast(member, mirror, Choice.YES, "");
            grove.cast(member, logo, member.equals("cedar") ? Choice.NO : Choice.YES, "The old one is fine.");
        }
        grove.cast("yew", mirror, Choice.YES, "");
        grove.pass(Duration.ofDays(8));
    }

    /// Opens the page and waits until it has counted.
    private void openAndCount(String address) {
        open(address);
        counted();
    }

    private void counted() {
        try {
            replay.mine().orElseThrow().await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        MockVaadin.clientRoundtrip(true);
    }

    private static List<String> rows() {
        return _find(ListItem.class).stream()
                .filter(item -> item.hasClassName("q-item"))
                .map(item -> text(item))
                .toList();
    }

    private static List<String> problems() {
        return _find(ListItem.class).stream()
                .filter(item -> !item.hasClassName("q-item"))
                .map(item -> text(item).strip())
                .toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static void press(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
    }

    @SuppressWarnings("unchecked")
    private static void choose(ReplayAddress.Form form) {
        RadioButtonGroup<ReplayAddress.Form> group = _get(RadioButtonGroup.class);
        enter(group, form);
    }

    @SuppressWarnings("unchecked")
    private static <T> Select<T> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    @Test
    void tellsAnonymousReadersAndOutsidersThatTheyCannot() {
        layVotes();
        open("rules/replay?as=called");
        assertThat(page()).contains("Sign in to replay votes.");
        assertThat(_find(Button.class)).noneMatch(button -> button.getText().equals("Count"));

        signIn("nettle");
        open("rules/replay");
        assertThat(page()).contains("Only members of core, emeritus ones included, may replay votes.");
    }

    @Test
    void saysWhatWillAppearUntilSomethingIsChosen() {
        layVotes();
        signIn("yew");

        open("rules/replay");

        assertThat(title()).isEqualTo("Replay · Quorate");
        assertThat(link("Rules").getHref()).isEqualTo("rules");
        assertThat(page()).contains("Choose another policy, or edit a copy of a rule");
        assertThat(replay.mine()).isEmpty();
    }

    @Test
    void saysThatThereIsNothingToCount() {
        signIn("alder");

        openAndCount("rules/replay?as=called");

        assertThat(page()).contains("There is no closed vote to count yet.");
    }

    @Test
    void countsEveryVoteAgainAtOnceWhereTheAddressSaysSo() {
        layVotes();
        signIn("yew");

        openAndCount("rules/replay?as=called");

        assertThat(page()).contains("Every ballot counted again: 2 of 2 votes as on record.", "Counted");
        assertThat(rows()).hasSize(2).anyMatch(row -> row.contains("Fund the mirror") && row.contains("stays passed"));
    }

    @Test
    void countsUnderAnotherPolicyWithAStandIn() {
        layVotes();
        signIn("birch");

        openAndCount("rules/replay?policy=conda");
        assertThat(page()).contains("No vote could be counted.", "2 votes are not counted, see their reasons below.");
        assertThat(rows()).allMatch(row -> row.contains("is no item of conda, and no stand-in is chosen."));

        openAndCount("rules/replay?policy=conda&standin=other");
        assertThat(page()).contains("2 of 2 votes would have ended otherwise.");
        assertThat(rows())
                .anyMatch(
                        row -> row.contains("Fund the mirror")
                                && row.contains("was passed, consensus")
                                && row.contains("would be inquorate")
                                && row.contains(
                                        "One ballot of an emeritus member does not count; 5 of 5 would have to take part, 3 did."));
        assertThat(this.<Policy>value("Policy").name()).isEqualTo("conda");
        assertThat(this.<VotingItem>value("Votes on items that it does not have")
                        .name())
                .isEqualTo("other");
    }

    private <T> T value(String label) {
        return ReplayViewTests.<T>select(label).getValue();
    }

    @Test
    void countsByARuleSomebodyEditsAndKeepsItInTheAddress() {
        layVotes();
        signIn("alder");
        open("rules/replay?item=consensus");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("{consensus: {yes: 3, no: 0}}");
        assertThat(replay.mine()).isEmpty();

        enter(_get(TextArea.class), "consensus:\n  yes: 2\n  no: 1\n");
        press("Count");
        counted();

        assertThat(address()).startsWith("rules/replay?item=consensus&rule=").endsWith("&under=plus-three");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("consensus:\n  yes: 2\n  no: 1\n");
        assertThat(page()).contains("1 of 2 votes would have ended otherwise.");
        assertThat(rows().getFirst())
                .contains(
                        "Another logo",
                        "was rejected, consensus",
                        "would be passed, consensus",
                        "2 said yes, 2 had to");

        open(link("Differs 1").getHref());
        assertThat(rows()).hasSize(1);
        assertThat(link("All 2").getHref()).doesNotContain("only=");
    }

    @Test
    void copiesTheRuleOfThePolicyThatTheAddressNames() {
        signIn("alder");

        open("rules/replay?item=other&under=conda");
        assertThat(_get(TextArea.class).getValue())
                .isEqualTo("{majority: more than 50%, routes: [standard, time-out], minimum-quorum: 5}");

        open("votes");
        open("rules/replay?item=other&under=conda-forge");
        assertThat(_get(TextArea.class).getValue())
                .isEqualTo("{majority: more than 50%, routes: [standard, time-out]}");

        open("rules/replay?item=moon");
        assertThat(problems()).containsExactly("No policy has an item “moon”.");
    }

    /// The vote on conda's item would have ended otherwise by the rule; the one on the other item of that name is not
    /// counted.
    @Test
    void countsOnlyVotesOnTheItemOfThatPolicy() {
        layVotes();
        context.getBean(JdbcClient.class)
                .sql("UPDATE vote SET policy = 'grove' WHERE title = 'Fund the mirror'")
                .update();
        signIn("alder");

        openAndCount(
                "rules/replay?item=consensus&under=grove&rule=%7Bconsensus%3A%20%7Byes%3A%209%2C%20no%3A%200%7D%7D");

        assertThat(rows()).singleElement().asString().contains("Fund the mirror");
        assertThat(page()).contains("1 of 1 vote would have ended otherwise.");
        assertThat(this.<Replay.VotedItem>value("Votes on").item()).isEqualTo(new Yardstick.Item("grove", "consensus"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {majority: most}             | Line 1: found 'most', expected
                    {plurality: 3}               | Line 1: found the key 'plurality', expected majority, consensus or any-of
                    consensus:@  yes: three@  no: 0 | Line 2: found 'three', expected
                    [                            | Line 1: found
                    """)
    void saysWhatIsWrongWithARule(String written, String problem) {
        layVotes();
        signIn("alder");
        open("rules/replay?item=consensus");

        enter(_get(TextArea.class), written.strip().replace('@', '\n'));
        press("Count");

        assertThat(problems()).isNotEmpty().first().asString().startsWith(problem);
        assertThat(replay.mine()).isEmpty();
        assertThat(_get(TextArea.class).getValue()).isEqualTo(written.strip().replace('@', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    policy=treaty              | There is no policy “treaty”, only plus-three, conda-forge, conda.
                    policy=conda&standin=moon  | conda has no vote on “moon”, so it cannot stand in for others.
                    policy=conda&standin=lock-thread | conda has no vote on “lock-thread”
                    rule=%7Bplurality%3A%203%7D | Line 1: found the key 'plurality'
                    """)
    void saysWhatAnAddressCannotMean(String query, String problem) {
        layVotes();
        signIn("alder");

        open("rules/replay?" + query);

        assertThat(problems()).singleElement().asString().startsWith(problem);
        assertThat(replay.mine()).isEmpty();
    }

    @Test
    void doesNotCountAgainWhenOnlyTheListChangesAndDoesWhenAsked() {
        layVotes();
        signIn("alder");
        openAndCount("rules/replay?as=called");
        ReplayRun first = replay.mine().orElseThrow();

        open("rules/replay?as=called&only=differs");
        assertThat(replay.mine()).contains(first);
        assertThat(page()).contains("No vote differs.");
        open("votes");
        open("rules/replay?as=called");
        assertThat(replay.mine()).contains(first);
        assertThat(page()).contains("2 of 2 votes as on record.");

        press("Count again");
        counted();
        assertThat(replay.mine().orElseThrow()).isNotSameAs(first);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void choosesByTheForm() {
        layVotes();
        signIn("alder");
        open("rules/replay");

        choose(ReplayAddress.Form.CALLED);
        press("Count");
        counted();

        assertThat(address()).isEqualTo("rules/replay?as=called");
        assertThat(page()).contains("2 of 2 votes as on record.");
    }

    @Test
    void showsHostileTitlesAsTextAndOffersADownload() {
        VoteId vote = grove.vote("alder", HOSTILE, 7);
        grove.cast("alder", vote, Choice.NO, "Hm.");
        grove.pass(Duration.ofDays(8));
        signIn("alder");

        openAndCount("rules/replay?as=called");

        assertThat(page()).contains(HOSTILE);
        String csv = new String(DownloadKt._download(link("Download as CSV")), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2).first().asString().startsWith("vote,title,item,decided,recorded outcome");
        assertThat(csv.lines().toList().getLast())
                .startsWith(vote.number() + "," + HOSTILE + ",Consensus,2026-11-25,rejected,consensus,")
                .contains(",same,0,1,0,5,3,");
    }

    /// A count that waits for an earlier one of the same member, which never ends.
    @Test
    void showsHowFarTheCountIsAndStopsIt() throws ReflectiveOperationException {
        layVotes();
        signIn("alder");
        Constructor<ReplayRun> constructor = ReplayRun.class.getDeclaredConstructor(Yardstick.class);
        constructor.setAccessible(true);
        ReplayRun earlier = constructor.newInstance(new Yardstick.ByRule(new Consensus(1, 0, false), Optional.empty()));
        runs().put(alder(), earlier);

        open("rules/replay?as=called");
        assertThat(_get(ProgressBar.class).isIndeterminate()).isTrue();
        ReplayRun waiting = replay.mine().orElseThrow();
        ReflectionTestUtils.invokeMethod(waiting, "reached", 500, 2_000);
        MockVaadin.clientRoundtrip(true);

        assertThat(_get(ProgressBar.class).isIndeterminate()).isFalse();
        assertThat(_get(ProgressBar.class).getMax()).isEqualTo(2_000);
        assertThat(_get(ProgressBar.class).getValue()).isEqualTo(500);
        assertThat(page()).contains("500 of 2,000 votes counted. You can leave this page and come back.");

        press("Stop");
        ReflectionTestUtils.invokeMethod(earlier, "end", ReplayRun.State.STOPPED, Optional.empty());
        counted();
        assertThat(waiting.progress().state()).isEqualTo(ReplayRun.State.STOPPED);
        assertThat(_find(ProgressBar.class)).isEmpty();
        assertThat(page()).contains("The count was stopped.");

        press("Count again");
        counted();
        assertThat(page()).contains("2 of 2 votes as on record.");
    }

    private MemberId alder() {
        return context.getBean(MemberService.class)
                .rosterEntry("alder")
                .orElseThrow()
                .id();
    }

    private Map<MemberId, ReplayRun> runs() {
        @SuppressWarnings("unchecked")
        Cache<MemberId, ReplayRun> cache = (Cache<MemberId, ReplayRun>) ReflectionTestUtils.getField(replay, "runs");
        return Objects.requireNonNull(cache).asMap();
    }
}
