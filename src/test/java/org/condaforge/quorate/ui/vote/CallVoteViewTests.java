package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallVoteViewTests extends VotePageTest {

    @Autowired
    ProposalService proposals;

    @Test
    void offersAnonymousReadersNoForm() {
        open("votes/new");

        assertThat(_find(CallVoteView.class)).isEmpty();
    }

    @Test
    void tellsEmeritusMembersThatTheyCannot() {
        signIn("yew");

        open("votes/new");

        assertThat(page()).contains("Only active core members may call a vote.");
        assertThat(_find(Select.class)).isEmpty();
    }

    @Test
    void saysBeforeItIsOpenedWhatTheVoteWillNeed() {
        signIn("alder");

        open("votes/new");
        assertThat(title()).isEqualTo("Call a vote · Quorate");
        assertThat(item().getValue().name()).isEqualTo("consensus");
        assertThat(page()).contains("At least three +1 and no −1.", "Open for 72 hours at least.");
        assertThat(deadline().instant()).hasValue(Instant.parse("2026-11-25T12:00:00Z"));

        choose("cfep-approval");
        assertThat(page())
                .contains("60% must take part and 60% of yes and no must say yes.")
                .contains("With 5 active members: 3 must take part; of 3, 2 must say yes.");
    }

    @Test
    void offersSensitiveItemsWithoutAProposal() {
        signIn("alder");

        open("votes/new?cfep=7");
        choose("core-nomination");

        assertThat(item().getListDataView().getItems().toList())
                .extracting(VotingItem::name)
                .contains("core-nomination", "lock-thread");
        assertThat(item().getItemEnabledProvider()).isNull();
        assertThat(page()).contains("Sensitive items are voted on with secret ballots");
        assertThat(_find(com.vaadin.flow.component.combobox.ComboBox.class))
                .extracting(field -> field.getLabel())
                .doesNotContain("CFEP");
        assertThat(links()).contains("rules/secret-votes");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndKeepsWhatWasTyped() {
        signIn("alder");
        open("votes/new");
        choose("sub-team-formation");
        deadline().setInstant(Grove.NOW.plus(Duration.ofHours(1)));

        press("Open the vote");

        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("Give the question in one line of at most 300 characters."))
                .anyMatch(problem -> problem.startsWith("Give the text that is voted on."))
                .anyMatch(problem -> problem.startsWith("The period is 24 hours at least"))
                .anyMatch(problem -> problem.contains("asks for: name, role, members, charter. Give each in its own"));
        assertThat(page()).contains("The vote was not opened.");
        assertThat(votes.countByState()).isEmpty();

        enter(question(), "A team for acorns");
        enter(area("Text that is voted on"), "They count acorns.");
        enter(area("Charter"), "Acorns are counted.");
        press("Open the vote");

        assertThat(problems())
                .anyMatch(problem -> problem.contains("asks for: name, role, members. Give each in its own"))
                .noneMatch(problem -> problem.startsWith("Give the"));
        assertThat(question().getValue()).isEqualTo("A team for acorns");
        assertThat(area("Text that is voted on").getValue()).isEqualTo("They count acorns.");
        assertThat(item().getValue().name()).isEqualTo("sub-team-formation");
        assertThat(deadline().instant()).hasValue(Grove.NOW.plus(Duration.ofHours(1)));
        assertThat(votes.countByState()).isEmpty();

        choose("other");
        assertThat(_find(TextArea.class, spec -> spec.withLabel("Charter"))).isEmpty();
        choose("sub-team-formation");
        assertThat(area("Charter").getValue()).isEqualTo("Acorns are counted.");
    }

    @Test
    void saysWhatSpeaksAgainstItBeforeItIsOpened() {
        signIn("alder");
        open("votes/new");
        choose("policy");
        assertThat(page())
                .contains("It cannot open yet", "Give the text that is voted on.")
                .contains("It can open all the same", "a route cannot be reached by the deadline: time-out")
                .contains("First core meeting in the period: in 7 days · Wed 25 Nov");
        assertThat(deadline().instant()).hasValue(Instant.parse("2026-11-26T17:00:00Z"));
        assertThat(links()).contains("rules/policy?page=conda-forge");

        enter(question(), "Plant oaks");
        enter(area("Text that is voted on"), "Oaks only.");
        assertThat(page())
                .contains("Nothing speaks against it; know this first.")
                .doesNotContain("It cannot open yet");

        enter(deadline(), java.time.LocalDateTime.parse("2026-11-24T12:00"));
        assertThat(page())
                .contains("A core meeting must fall inside the period, and none does. The next one is on 2026-11-25")
                .contains("No core meeting falls inside the period.");
    }

    @Test
    void leadsToTheActiveVoteThatIsInTheWay() {
        VoteId first = grove.vote("birch", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
        signIn("alder");

        open("votes/new?cfep=7");

        assertThat(page()).contains("There is an active vote on this already, vote " + first.number());
        assertThat(link("Look at vote " + first.number()).getHref()).isEqualTo("votes/" + first.number());
    }

    @Test
    void beginsWithTheItemOfTheAddress() {
        signIn("alder");

        open("votes/new?policy=conda-forge&item=spending");

        assertThat(item().getValue().name()).isEqualTo("spending");
        assertThat(area("Source of funds").isRequiredIndicatorVisible()).isTrue();

        open("votes/new?policy=conda-forge&item=treaty");
        assertThat(item().getValue().name()).isEqualTo("consensus");
    }

    @Test
    void letsTheAuthorOfACfepCallTheVoteOnItAndOnNothingElse() {
        proposed(8, "sorrel");
        grove.proposal(7, "Where seeds are kept", "Proposed");
        signIn("sorrel");
        open("votes/new?cfep=7");
        assertThat(page()).contains("The author of a CFEP may call the one on it");
        assertThat(_find(Select.class)).isEmpty();

        open("votes/new?cfep=8");
        assertThat(item().getListDataView().getItems().toList())
                .extracting(VotingItem::name)
                .containsExactly("cfep-approval");
        press("Open the vote");

        assertThat(page()).contains("Called by @sorrel, who wrote the CFEP and is no member of core.");
        open("cfeps/8");
        assertThat(links()).noneMatch(href -> href.startsWith("votes/record"));
    }

    @Test
    void asksForTheDetailsOfAVoteThatIsCalledAgain() {
        VoteId old = grove.vote("alder", "Fund the mirror", 7);
        signIn("alder");

        open("votes/new?replaces=" + old.number());

        assertThat(page()).contains("In place of vote " + old.number() + ", “Fund the mirror”");
        assertThat(question().getValue()).isEqualTo("Fund the mirror");
        assertThat(area("Text that is voted on").getValue())
                .isEqualTo(votes.detail(old).orElseThrow().text());
        enter(area("Text that is voted on"), "For two years.");
        press("Open the vote");

        assertThat(page()).contains("In place of vote " + old.number(), "Called by Alder");
        assertThat(votes.summary(old).orElseThrow().state()).isEqualTo(VoteState.WITHDRAWN);
        open(old);
        assertThat(page()).contains("Called again as vote").doesNotContain("Call it again");
    }

    @Test
    void goesOnWithACallThatWasBegunAndStartsAfreshOnlyWhenAsked() {
        signIn("alder");
        open("votes/new?policy=conda-forge&item=spending");
        enter(question(), "Fund the mirror");
        enter(area("Purpose"), "A mirror.");
        deadline().setInstant(Grove.NOW.plus(Duration.ofDays(9)));

        open("votes");
        open("votes/new?policy=conda-forge&item=spending");

        assertThat(page()).contains("You began this call earlier in this browser; here it is again.");
        assertThat(question().getValue()).isEqualTo("Fund the mirror");
        assertThat(area("Purpose").getValue()).isEqualTo("A mirror.");
        assertThat(deadline().instant()).hasValue(Grove.NOW.plus(Duration.ofDays(9)));
        press("Start afresh");
        assertThat(question().getValue()).isEmpty();
        assertThat(page()).doesNotContain("You began this call earlier");
    }

    @Test
    void asksForADeadlineBesideWhatElseIsWrong() {
        signIn("alder");
        open("votes/new");
        deadline().clear();

        press("Open the vote");

        assertThat(page()).contains("Choose the deadline.", "Not opened: choose what kind of decision it is, and the");
    }

    @Test
    void opensAVoteAndLeadsToIt() {
        signIn("alder");
        open("votes/new");
        enter(question(), "Fund the mirror");
        enter(area("Text that is voted on"), "For **one** year.");

        press("Open the vote");

        VoteSummary vote = onlyVote();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("votes/" + vote.id().number());
        assertThat(title()).isEqualTo("Fund the mirror · Quorate");
        assertThat(page()).contains("called by Alder", "closes in 7 days", "Consensus");
        assertThat(area("The call in Markdown").getValue())
                .contains("**Fund the mirror**", "Three +1 and no -1 pass this, after 7 days", "Vote: http")
                .endsWith("/votes/" + vote.id().number());
    }

    @Test
    void saysOfAnItemThatNeedsNoVoteWhereItIsRecorded() {
        signIn("alder");
        open("votes/new");

        choose("lock-thread");

        assertThat(page()).contains("“Lock a thread” needs no vote", "Read the rule and record it");
        assertThat(links()).contains("rules/lock-thread?page=conda-forge");
        assertThat(_get(Button.class, spec -> spec.withText("Open the vote")).isEnabled())
                .isFalse();

        choose("other");

        assertThat(page()).doesNotContain("needs no vote:").contains("must take part");
        assertThat(_get(Button.class, spec -> spec.withText("Open the vote")).isEnabled())
                .isTrue();
    }

    @Test
    void beginsWithTheProposalOfTheAddressAndPinsItsFile() {
        grove.proposal(7, "Where seeds are kept", "Proposed");
        signIn("alder");
        open("votes/new?cfep=7");
        assertThat(item().getValue().name()).isEqualTo("cfep-approval");
        assertThat(question().getValue()).isEqualTo("Accept CFEP-07: Where seeds are kept");
        assertThat(page()).contains("Leave it empty to vote on the file of CFEP-07 as it is now");

        press("Open the vote");

        VoteDetail vote = votes.detail(onlyVote().id()).orElseThrow();
        assertThat(vote.summary().proposal()).hasValue(new ProposalNumber(7));
        assertThat(vote.text()).contains("Trees have names.");
    }

    @Test
    void asksForTheTextOfAProposalWithoutAFile() {
        proposals.mentioned(new ProposalNumber(12), "Known from the minutes", LocalDate.of(2020, 3, 4));
        signIn("alder");

        open("votes/new?cfep=12");
        assertThat(page()).contains("No file of CFEP-12 is known: give the text");

        press("Open the vote");
        assertThat(page()).contains("Give the text that is voted on.");
    }

    @Test
    void refusesASecondVoteOnTheSameProposal() {
        VoteId first = grove.vote("birch", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
        signIn("alder");
        open("votes/new?cfep=7");

        press("Open the vote");

        assertThat(page()).contains("There is an active vote on this already");
        assertThat(onlyVote().id()).isEqualTo(first);
    }

    @Test
    void ignoresAnAddressThatNamesNoProposal() {
        signIn("alder");

        open("votes/new?cfep=seeds");

        assertThat(_get(ComboBox.class).getValue()).isNull();
        assertThat(item().getValue().name()).isEqualTo("consensus");
    }

    @Test
    void refusesWhoLeftCoreWhileThePageWasOpen() {
        signIn("alder");
        open("votes/new");
        enter(question(), "Fund the mirror");
        enter(area("Text that is voted on"), "For a year.");

        signIn("yew");
        press("Open the vote");

        assertThat(page()).contains("Only active core members may call a vote.");
        assertThat(question().getValue()).isEqualTo("Fund the mirror");
        assertThat(votes.countByState()).isEmpty();
    }

    @Test
    void showsHostileTitlesOfProposalsAsText() {
        grove.proposal(7, HOSTILE, "Proposed");
        signIn("alder");

        open("votes/new?cfep=7");

        @SuppressWarnings("unchecked")
        ComboBox<ProposalSummary> field = _get(ComboBox.class);
        assertThat(field.getItemLabelGenerator().apply(field.getValue())).isEqualTo("CFEP-07: " + HOSTILE);
        assertThat(markup()).doesNotContain("<img");
    }

    private void proposed(int number, String author) {
        String content = """
                <table>
                <tr><td> Title </td><td> Bark </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Bark &lt;@%s&gt; </td></tr>
                </table>

                Bark is brown.
                """.formatted(author);
        try {
            proposals.take(CfepFile.parse(content, "cfep-08.md"), "cfep-%02d.md".formatted(number), content);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private static java.util.List<String> problems() {
        return _find(ListItem.class).stream().map(item -> text(item)).toList();
    }

    private VoteSummary onlyVote() {
        var all = votes.list(VoteReader.Filter.ALL, new Page.Request(0, 5)).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Select<VotingItem> item() {
        return _get(Select.class);
    }

    private static void choose(String name) {
        item().setValue(item().getListDataView()
                .getItems()
                .filter(one -> one.name().equals(name) && one.policy().equals("conda-forge"))
                .findFirst()
                .orElseThrow());
    }

    private static TextField question() {
        return _get(TextField.class, spec -> spec.withLabel("Question, in one line"));
    }

    private static TextArea area(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }

    private static MomentField deadline() {
        return _get(MomentField.class);
    }
}
