package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.ProposalService.Change;
import org.condaforge.quorate.proposal.ProposalService.Filter;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ProposalAddingContract {

    private static final ProposalNumber HEDGE = new ProposalNumber(22);
    private static final String PULL = "https://example.org/grove/cfep/pull/5";
    private static final LocalDate DAY = LocalDate.of(2020, 5, 13);

    @Autowired
    ProposalService proposals;

    @Autowired
    Community community;

    @BeforeEach
    void empty() {
        community.clear();
        community.active("alder");
        community.emeritus("willow");
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private void file(int number, String status) {
        String name = "cfep-%02d.md".formatted(number);
        String content = ProposalStoreContract.file("A hedge of its file", status, "Green.");
        try {
            proposals.take(CfepFile.parse(content, name), name, content);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private ProposalDetail hedge() {
        return proposals.detail(HEDGE).orElseThrow();
    }

    @Test
    void coreAddsAProposalThatNoFileTellsOf() {
        SignIn.as("alder");

        proposals.add(HEDGE, " A hedge ", " " + PULL + " ");

        assertThat(hedge().summary().title()).isEqualTo("A hedge");
        assertThat(hedge().summary().status()).isEqualTo(Status.PROPOSED);
        assertThat(hedge().discussion()).contains(PULL);
        assertThat(hedge().history()).singleElement().satisfies(entry -> {
            assertThat(entry.source()).isEqualTo(StatusEntry.Source.ADDED);
            assertThat(entry.since()).isNull();
            assertThat(entry.recordedBy()).isNotNull();
        });
        assertThat(community.everything().get("journal"))
                .singleElement()
                .asString()
                .contains("added CFEP-22: A hedge (" + PULL + ")");
    }

    @Test
    void itsFileSaysWhatItIsOnceThereIsOne() {
        SignIn.as("alder");
        proposals.add(HEDGE, "A hedge", PULL);

        file(22, "Draft");

        assertThat(hedge().summary().status()).isEqualTo(Status.DRAFT);
        assertThat(hedge().summary().title()).isEqualTo("A hedge of its file");
        assertThat(hedge().summary().drift()).isEmpty();
    }

    @Test
    void oneThatIsKnownIsNotAddedAgain() {
        proposals.mentioned(HEDGE, "Known by hearsay", DAY);
        SignIn.as("alder");
        var before = community.everything();

        assertThatThrownBy(() -> proposals.add(HEDGE, "A hedge", PULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a CFEP-22 already: “Known by hearsay”. Its page is where to add to it.");
        assertThat(community.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "willow", "stranger"})
    void nobodyButCoreAddsOne(String login) {
        if (!login.isEmpty()) {
            SignIn.as(login);
        }

        assertThatThrownBy(() -> proposals.add(HEDGE, "A hedge", PULL)).isInstanceOf(NotAllowed.class);
        assertThat(proposals.exists(HEDGE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "22, '', https://example.org/pull/5, Give its title.",
        "22, A hedge, ' ', Give the address of the pull request",
        "22, A hedge, pull 5, Give the whole address",
        "22, A hedge, javascript:alert(1), Give the whole address",
        "1000, A hedge, https://example.org/pull/5, Give a number from 1 to 999."
    })
    void whatIsMissingIsSaid(int number, String title, String address, String reason) {
        SignIn.as("alder");

        assertThatThrownBy(() -> proposals.add(new ProposalNumber(number), title, address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> proposals.add(HEDGE, "x".repeat(ProposalService.LONGEST + 1), PULL))
                .hasMessageContaining("at most 400 characters");
    }

    @Test
    void theDiscussionThatMinutesNameIsKeptUntilAFileSaysMore() {
        assertThat(proposals.mentioned(HEDGE, "A hedge", DAY)).isEqualTo(Change.NEW);
        assertThat(proposals.mentioned(HEDGE, "A hedge", DAY, Optional.of(PULL)))
                .isEqualTo(Change.CHANGED);
        assertThat(proposals.mentioned(HEDGE, "A hedge", DAY, Optional.of(PULL)))
                .isEqualTo(Change.UNCHANGED);
        assertThat(proposals.mentioned(HEDGE, "A hedge", DAY, Optional.of("https://example.org/other")))
                .isEqualTo(Change.UNCHANGED);
        assertThat(hedge().discussion()).contains(PULL);

        file(22, "Proposed");
        assertThat(proposals.mentioned(HEDGE, "A hedge", DAY, Optional.of(PULL)))
                .isEqualTo(Change.UNCHANGED);
        assertThat(hedge().discussion()).isEmpty();
    }

    @Test
    void listsThoseWithDriftAndThoseWithout() {
        for (int number : List.of(3, 4, 5)) {
            file(number, "Draft");
        }
        SignIn.as("alder");
        proposals.setStatus(new ProposalNumber(4), Status.REJECTED, "Too green.");
        proposals.setStatus(new ProposalNumber(5), Status.REJECTED, "Too high.");

        assertThat(found(Optional.of(true))).containsExactly(5, 4);
        assertThat(found(Optional.of(false))).containsExactly(3);
        assertThat(found(Optional.empty())).containsExactly(5, 4, 3);
        assertThat(proposals.countDrifting()).isEqualTo(2);
        assertThat(proposals.list(new Filter(Optional.empty(), "", Optional.of(true)), new Page.Request(1, 1)))
                .satisfies(page -> {
                    assertThat(page.total()).isEqualTo(2);
                    assertThat(page.items()).extracting(ProposalSummary::number).containsExactly(new ProposalNumber(4));
                });
        assertThat(proposals.list(new Filter(Optional.of(Status.DRAFT), "", Optional.of(true)), new Page.Request(0, 5)))
                .satisfies(page -> assertThat(page.items()).isEmpty());
    }

    private List<Integer> found(Optional<Boolean> drift) {
        return proposals.list(new Filter(Optional.empty(), "", drift), new Page.Request(0, 50)).items().stream()
                .map(summary -> summary.number().value())
                .toList();
    }
}
