package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteRecords;
import org.condaforge.quorate.vote.VoteState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PastVoteViewTests extends VotePageTest {

    private static final LocalDate OPENED = LocalDate.of(2022, 3, 1);
    private static final LocalDate ENDED = LocalDate.of(2022, 3, 8);

    @Autowired
    ProposalService proposals;

    @Autowired
    Policies policies;

    @Autowired
    VoteRecords records;

    private VoteId expired() {
        archive.expired(seeds(), LocalDate.of(2020, 3, 11), "The vote ends on 2020-03-11.");
        return newest();
    }

    private ProposalNumber seeds() {
        return grove.proposal(7, "Where seeds are kept", "Proposed");
    }

    private VoteId newest() {
        return votes.list(VoteReader.Filter.ALL, new Page.Request(0, 1))
                .items()
                .getFirst()
                .id();
    }

    private int held() {
        return votes.list(VoteReader.Filter.ALL, new Page.Request(0, 1)).total();
    }

    private Status statusOfSeeds() {
        return proposals.detail(new ProposalNumber(7)).orElseThrow().summary().status();
    }

    private void fill(int yes, int no) {
        enter(day("Opened on"), OPENED);
        enter(day("Ended on"), ENDED);
        result().setValue(Result.PASSED);
        enter(count("+1"), yes);
        enter(count("−1"), no);
        item().setValue(policies.item("conda-forge", "cfep-approval"));
        enter(source(), "The archive of the list.");
    }

    @Test
    void offersAnonymousReadersNoForm() {
        open("votes/record");

        assertThat(_find(PastVoteView.class)).isEmpty();
    }

    @Test
    void tellsEmeritusMembersThatTheyCannot() {
        signIn("yew");

        open("votes/record?vote=" + expired().number());

        assertThat(page()).contains("Only active core members may record a vote.");
        assertThat(_find(Select.class)).isEmpty();
    }

    @Test
    void recordsAVoteOnTheCfepOfTheAddress() {
        seeds();
        signIn("birch");
        open("votes/record?proposal=7");
        assertThat(title()).isEqualTo("Record a past vote · Quorate");
        assertThat(proposal().getValue().number()).isEqualTo(new ProposalNumber(7));
        assertThat(_find(IntegerField.class, spec -> spec.withLabel("Active core members then")))
                .hasSize(1);

        fill(4, 1);
        assertThat(page()).contains("6 were active on 2022-03-01 by the roster");
        assertThat(_find(IntegerField.class, spec -> spec.withLabel("Active core members then")))
                .isEmpty();
        press("Record it");

        assertThat(title()).contains("Vote on CFEP-07 that ended on 2022-03-08");
        assertThat(page())
                .contains(
                        "Passed, standard route · 4 of 5 yes",
                        "6 were active on the roster when it was called; the quorum was 4.",
                        "Known from: The archive of the list.",
                        "the same result",
                        "Its text is not on record.",
                        "Birch recorded a vote of the past: passed")
                .contains("Correct the record");
        assertThat(statusOfSeeds()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void recordsAVoteOnSomethingElseOfWhichLittleIsKnown() {
        signIn("birch");
        open("votes/record");

        enter(_get(TextField.class, spec -> spec.withLabel("What was voted on")), HOSTILE);
        enter(day("Ended on"), ENDED);
        enter(source(), HOSTILE);
        enter(_get(TextArea.class, spec -> spec.withLabel("The text that was voted on")), HOSTILE);
        press("Record it");

        assertThat(detail(newest()).summary().result()).contains(Result.UNKNOWN);
        assertThat(page()).contains("Unknown", "Known from: " + HOSTILE, "Recorded by hand", "Cannot be recounted.");
        assertThat(markup()).doesNotContain("<img src=x");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasEntered() {
        seeds();
        signIn("birch");
        open("votes/record?proposal=7");

        fill(40, 1);
        enter(day("Opened on"), ENDED.plusDays(1));
        enter(source(), "");
        press("Record it");

        assertThat(page())
                .contains(
                        "The vote cannot have ended on 2022-03-08, before it opened on 2022-03-09.",
                        "41 ballots are more than the",
                        "Say where the result is known from");
        enter(count("+1"), -3);
        press("Record it");
        assertThat(page()).contains("Counts of votes are between 0 and 1000.").doesNotContain("41 ballots");
        assertThat(count("−1").getValue()).isEqualTo(1);
        enter(day("Ended on"), LocalDate.of(2027, 3, 8));
        enter(count("+1"), 3);
        press("Record it");
        assertThat(page()).contains("still to come");
        assertThat(held()).isZero();
    }

    @Test
    void warnsOfWhatIsOddBeforeItIsRecorded() {
        seeds();
        signIn("birch");
        open("votes/record?proposal=7");

        fill(2, 0);
        press("Record it");
        assertThat(page()).contains("stated as passed", "it comes to inquorate", "record it all the same");
        assertThat(held()).isZero();

        enter(count("+1"), 1);
        press("Record it all the same");
        assertThat(page()).contains("1 did");
        assertThat(held()).isZero();
        press("Record it all the same");
        assertThat(held()).isEqualTo(1);
        assertThat(page()).contains("and it differs: recorded passed, the count gives inquorate");

        VoteId before = newest();
        open("votes/record?proposal=7");
        fill(4, 0);
        press("Record it");
        assertThat(page()).contains("A vote on CFEP-07 that ended on 2022-03-08 is on record already");
        assertThat(links()).contains("votes/" + before.number());
    }

    @Test
    void completesAnExpiredVoteFromItsPage() {
        VoteId vote = expired();
        signIn("birch");
        open(vote);
        assertThat(page()).contains("Ended 2020-03-11, result unknown.", "Complete the record");

        open(link("Record how it ended").getHref());
        assertThat(day("Ended on").getValue()).isEqualTo(LocalDate.of(2020, 3, 11));
        assertThat(_get(TextField.class, spec -> spec.withLabel("What was voted on"))
                        .isReadOnly())
                .isTrue();
        enter(day("Opened on"), LocalDate.of(2020, 3, 1));
        result().setValue(Result.PASSED);
        enter(count("+1"), 4);
        item().setValue(policies.item("conda-forge", "cfep-approval"));
        enter(source(), "The archive of the list.");
        press("Record it");

        assertThat(detail(vote).summary().state()).isEqualTo(VoteState.CLOSED);
        assertThat(detail(vote).summary().tally()).contains(new Tally(4, 0, 0));
        assertThat(page()).contains("Passed, standard route · 4 of 4 yes", "CFEP approval · 60%");
        assertThat(statusOfSeeds()).isEqualTo(Status.ACCEPTED);

        open(link("Correct the record").getHref());
        assertThat(result().getValue()).isEqualTo(Result.PASSED);
        assertThat(source().getValue()).isEqualTo("The archive of the list.");
        assertThat(item().getValue().name()).isEqualTo("cfep-approval");
        result().setValue(Result.REJECTED);
        enter(count("+1"), 0);
        enter(count("−1"), 4);
        press("Record it");
        assertThat(page()).contains("Rejected, standard route · 0 of 4 yes", "Birch corrected the record: rejected");
    }

    @Test
    void doesNotTouchVotesWhoseEndIsKnownOtherwise() {
        VoteId cast = grove.vote("alder", "Fund the mirror", 7);
        signIn("birch");

        open("votes/record?vote=" + cast.number());
        assertThat(page()).contains("or that was written down by hand, is completed here: Fund the mirror");
        assertThat(_find(Select.class)).isEmpty();

        open("votes/record?vote=99");
        assertThat(page()).contains("There is no vote 99");
    }

    private VoteId fromARecord() {
        seeds();
        String text = """
                # CFEP-07 Where seeds are kept

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | 2022/03/08 15:00 |
                | Presented at core meeting on: | 2022/03/02 17:00 |

                This PR falls under the CFEP Approval policy, please vote.

                | Direction | Count |
                | --- | ---: |
                | For | 4 |
                | Against | 0 |

                Given that 4/5 = 80%, this vote is deemed to have passed.
                """;
        records.take(VoteRecordFile.parse(text), "a.md", text);
        return newest();
    }

    @Test
    void aRecordShowsBothWaysToComputeAndWhenItWasPresented() {
        VoteId vote = fromARecord();

        open(vote);

        assertThat(page())
                .contains(
                        "It computes 4/5 = 80%; by the rules 4 of 4 who said yes or no said yes.",
                        "the same result, 4 of 4 yes", "Presented at the core meeting, the record a.md says so")
                .doesNotContain("Correct the record");
    }

    @Test
    void aRecordThatContradictsWhatIsRecordedHereShows() {
        VoteId vote = expired();
        signIn("birch");
        open("votes/record?vote=" + vote.number());
        result().setValue(Result.REJECTED);
        enter(source(), "The archive of the list.");
        press("Record it");
        String text = """
                # CFEP-07 Where seeds are kept

                | Event | Dates |
                | --- | ---: |
                | Original proposed close date: | 2020/03/10 15:00 |

                | Direction | Count |
                | --- | ---: |
                | For | 4 |
                | Against | 0 |

                It passed.
                """;
        records.take(VoteRecordFile.parse(text), "a.md", text);

        signOut();
        open(vote);

        assertThat(page())
                .contains(
                        "The record a.md contradicts this: it says passed, here it is rejected; it counts 4 yes, 0 no");
    }

    @Test
    void theListAndTheCfepLeadToItForCoreMembersOnly() {
        seeds();
        for (String reader : new String[] {"", "yew", "birch"}) {
            signOut();
            if (!reader.isEmpty()) {
                signIn(reader);
            }
            open("votes");
            assertThat(links().contains("votes/record")).isEqualTo(reader.equals("birch"));
            open("cfeps/7");
            assertThat(links().contains("votes/record?proposal=7")).isEqualTo(reader.equals("birch"));
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ProposalSummary> proposal() {
        return _get(ComboBox.class, spec -> spec.withLabel("CFEP"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<VotingItem> item() {
        return _get(ComboBox.class, spec -> spec.withLabel("Kind of decision"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Result> result() {
        return _get(Select.class, spec -> spec.withLabel("How did it end?"));
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, spec -> spec.withLabel(label));
    }

    private static IntegerField count(String label) {
        return _get(IntegerField.class, spec -> spec.withLabel(label));
    }

    private static TextArea source() {
        return _get(TextArea.class, spec -> spec.withLabel("Where is this known from?"));
    }
}
