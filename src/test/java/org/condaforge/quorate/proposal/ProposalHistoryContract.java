package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalService.Change;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ProposalHistoryContract {

    private static final ProposalNumber SEEDS = new ProposalNumber(7);
    private static final LocalDate SPRING = LocalDate.of(2021, 4, 1);
    private static final LocalDate SUMMER = LocalDate.of(2021, 7, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2021, 10, 1);

    @Autowired
    ProposalService proposals;

    @Autowired
    ProposalHistory history;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void empty() {
        community.clear();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private void file(String status) {
        String content = ProposalStoreContract.file("Where seeds are kept", status, "Dry.");
        try {
            proposals.take(CfepFile.parse(content, "cfep-07.md"), "cfep-07.md", content);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private List<String> told() {
        return proposals.detail(SEEDS).orElseThrow().history().stream()
                .map(entry -> "%s %s %s".formatted(entry.since(), entry.source(), entry.status()))
                .toList();
    }

    private Status status() {
        return proposals.detail(SEEDS).orElseThrow().summary().status();
    }

    private static CommittedStatus commit(LocalDate since, Status status) {
        return new CommittedStatus(since, status, "0123456789abcdef");
    }

    private static Instant noon(LocalDate day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    @Test
    void commitsTakeThePlaceOfTheFileThatSaysTheSame() {
        file("Accepted");

        assertThat(history.take(
                        SEEDS,
                        List.of(
                                commit(SPRING, Status.DRAFT),
                                commit(SPRING.plusDays(3), Status.DRAFT),
                                commit(SUMMER, Status.PROPOSED),
                                commit(AUTUMN, Status.ACCEPTED))))
                .isEqualTo(Change.CHANGED);

        assertThat(told())
                .containsExactly("2021-04-01 COMMIT DRAFT", "2021-07-01 COMMIT PROPOSED", "2021-10-01 COMMIT ACCEPTED");
        assertThat(proposals.detail(SEEDS).orElseThrow().history().getLast().reason())
                .isEqualTo("commit 0123456789 says Accepted");
        assertThat(status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void theSameCommitsChangeNothingAndOthersReplaceThem() {
        file("Accepted");
        List<CommittedStatus> commits = List.of(commit(SPRING, Status.DRAFT), commit(AUTUMN, Status.ACCEPTED));
        history.take(SEEDS, commits);
        var before = community.everything();
        clock.advance(Duration.ofDays(1));

        assertThat(history.take(SEEDS, commits)).isEqualTo(Change.UNCHANGED);
        file("Accepted");
        assertThat(community.everything()).isEqualTo(before);

        assertThat(history.take(SEEDS, List.of(commit(SUMMER, Status.PROPOSED), commit(AUTUMN, Status.ACCEPTED))))
                .isEqualTo(Change.CHANGED);
        assertThat(told()).containsExactly("2021-07-01 COMMIT PROPOSED", "2021-10-01 COMMIT ACCEPTED");
    }

    @Test
    void aFileThatSaysSomethingElseThanItsCommitsIsStillFollowed() {
        file("Proposed");
        history.take(SEEDS, List.of(commit(SPRING, Status.DRAFT)));

        assertThat(told()).containsExactly("2021-04-01 COMMIT DRAFT", "2021-09-09 FILE PROPOSED");
        assertThat(status()).isEqualTo(Status.PROPOSED);

        history.take(SEEDS, List.of(commit(SPRING, Status.DRAFT), commit(SUMMER, Status.PROPOSED)));
        file("Rejected");
        assertThat(told())
                .containsExactly("2021-04-01 COMMIT DRAFT", "2021-07-01 COMMIT PROPOSED", "2021-09-09 FILE REJECTED");
        assertThat(status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void whatAVoteOrAPersonRecordedStaysInItsPlaceAndDecides() {
        community.active("alder");
        file("Proposed");
        proposals.decided(SEEDS, Status.REJECTED, "The vote: rejected", noon(SUMMER), clock.instant());
        SignIn.as("alder");
        proposals.setStatus(SEEDS, Status.DEFERRED, "Too much rain.");

        history.take(
                SEEDS,
                List.of(
                        commit(SPRING, Status.PROPOSED),
                        commit(SUMMER, Status.REJECTED),
                        commit(LocalDate.of(2030, 1, 1), Status.ACCEPTED)));

        assertThat(told())
                .containsExactly(
                        "2021-04-01 COMMIT PROPOSED",
                        "2021-07-01 COMMIT REJECTED",
                        "2021-07-01 VOTE REJECTED",
                        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC) + " HAND DEFERRED",
                        "2030-01-01 COMMIT ACCEPTED");
        assertThat(status()).isEqualTo(Status.DEFERRED);
        file("Accepted");
        assertThat(status()).isEqualTo(Status.DEFERRED);
        assertThat(told()).hasSize(5);
    }

    @Test
    void whatMinutesToldFirstStaysFirst() {
        proposals.mentioned(SEEDS, "Seeds", SPRING);
        history.take(SEEDS, List.of(commit(SUMMER, Status.DRAFT)));

        assertThat(told()).containsExactly("null MINUTES PROPOSED", "2021-07-01 COMMIT DRAFT");
        assertThat(status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void aProposalIsKnownBeforeItsCommits() {
        assertThatThrownBy(() -> history.take(SEEDS, List.of(commit(SUMMER, Status.DRAFT))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CFEP-07");
        assertThatThrownBy(() -> new CommittedStatus(SUMMER, Status.DRAFT, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
