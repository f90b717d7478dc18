package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutyPanelTests extends VotePageTest {

    private VoteId expired() {
        ProposalNumber seeds = grove.proposal(7, "Where seeds are kept", "Proposed");
        archive.expired(seeds, LocalDate.of(2020, 3, 11), "The vote ends on 2020-03-11.");
        return votes.list(VoteReader.Filter.ALL, new Page.Request(0, 1))
                .items()
                .getFirst()
                .id();
    }

    private VoteId overdue() {
        VoteId vote = grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
        grove.pass(Duration.ofDays(8));
        return vote;
    }

    @Test
    void leadsACoreMemberToTheRecordOfAnExpiredVote() {
        VoteId vote = expired();
        signIn("birch");
        open(vote);

        assertThat(page()).contains("Ended 2020-03-11, result unknown.", "The vote ends on 2020-03-11.");
        assertThat(link("Record how it ended").getHref()).isEqualTo("votes/record?vote=" + vote.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void othersDoNot(String reader) {
        VoteId expired = expired();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(expired);

        assertThat(page()).contains("Ended 2020-03-11, result unknown.").doesNotContain("For core members");
        assertThat(links()).noneMatch(link -> link.startsWith("votes/record"));
    }

    @Test
    void aCoreMemberConfirmsTheDateOfTheTimeOut() {
        VoteId vote = overdue();
        signIn("birch");
        open(vote);
        assertThat(page()).contains("Overdue.", "Ballots still count.");
        assertThat(date().instant()).hasValue(Instant.parse("2026-12-02T12:00:00Z"));

        date().setInstant(Instant.parse("2026-12-01T12:00:00Z"));
        press("Confirm the date");
        assertThat(page()).contains("The time-out is two weeks after the opening");
        assertThat(detail(vote).summary().timeOutAt()).isEmpty();

        date().clear();
        press("Confirm the date");
        assertThat(page()).contains("Choose a date.");

        date().setInstant(Instant.parse("2026-12-04T12:00:00Z"));
        press("Confirm the date");
        assertThat(detail(vote).summary().timeOutAt()).hasValue(Instant.parse("2026-12-04T12:00:00Z"));
        assertThat(page())
                .contains("time-out in 8 days · Fri 4 Dec, 12:00 UTC", "Birch set the time-out date to 2026-12-04")
                .doesNotContain("Choose a date.");
        assertThat(_get(Button.class, spec -> spec.withText("Move the date")).isEnabled())
                .isTrue();
    }

    @Test
    void anOverdueVoteStillTakesBallotsAndOthersSetNoDate() {
        VoteId vote = overdue();
        signIn("yew");
        open(vote);
        assertThat(page()).doesNotContain("For core members");

        choose(Choice.YES);
        press("Cast +1");

        assertThat(detail(vote).ballots()).hasSize(1);
    }

    @Test
    void itsCallerWithdrawsAVote() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        grove.cast("birch", vote, Choice.YES, "");
        signIn("alder");
        open(vote);
        _get(Details.class, spec -> spec.withPredicate(details -> "Withdraw it".equals(details.getSummaryText())))
                .setOpened(true);

        press("Withdraw the vote");
        assertThat(page()).contains("Say why the vote is withdrawn.");

        enter(_get(TextArea.class, spec -> spec.withLabel("Reason")), "The text was the wrong one.");
        press("Withdraw the vote");

        assertThat(detail(vote).summary().state()).isEqualTo(VoteState.WITHDRAWN);
        assertThat(detail(vote).ballots()).hasSize(1);
        assertThat(page()).contains("Withdrawn: The text was the wrong one.").doesNotContain("For core members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "birch"})
    void nobodyElseWithdrawsIt(String reader) {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(page()).doesNotContain("For core members", "Withdraw");
    }

    private static MomentField date() {
        return _get(MomentField.class, spec -> spec.withLabel("Time-out on"));
    }
}
