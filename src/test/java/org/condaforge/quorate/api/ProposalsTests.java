package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProposalsTests extends ApiTest {

    private static final List<String> RECORD = List.of(
            "number",
            "title",
            "status",
            "fileStatus",
            "drift",
            "authors",
            "created",
            "updated",
            "discussion",
            "implementation",
            "statusHistory",
            "votes",
            "discussions");

    @Test
    void recordsHistoryVotesAndDiscussionsInListAndPage() {
        MemberId alder = community.active("alder");
        List<MemberId> others = List.of(community.active("birch"), community.active("cedar"));
        ProposalNumber seven = proposal(7, "Naming of trees", "Proposed");
        minutes("2026-02-18", "### Agenda\n* [ ] CFEP-07 names for trees\n");
        minutes("2026-02-04", "### Agenda\n* [ ] CFEP-07 again names\n");
        Instant opened = MutableClock.START.minus(Duration.ofDays(20));
        long vote = vote(
                        "conda-forge",
                        "cfep-approval",
                        Optional.of(seven),
                        "Accept CFEP-07?",
                        opened,
                        opened.plus(Duration.ofDays(14)),
                        alder,
                        others.stream()
                                .map(m -> cast(m, Choice.YES, "", opened.plus(Duration.ofDays(1))))
                                .toList())
                .number();

        JsonNode list = get("/api/v1/proposals");
        JsonNode proposal = get("/api/v1/proposals/7");

        assertThat(list.path("items").get(0)).isEqualTo(proposal);
        assertThat(names(proposal)).containsExactlyElementsOf(RECORD);
        assertThat(proposal.path("number").intValue()).isEqualTo(7);
        assertThat(proposal.path("title").asString()).isEqualTo("Naming of trees");
        assertThat(proposal.path("status").asString()).isEqualTo("Accepted");
        assertThat(proposal.path("fileStatus").asString()).isEqualTo("Proposed");
        assertThat(texts(proposal.path("drift")))
                .containsExactly("The vote of 2026-02-24 says Accepted, the file says Proposed.");
        assertThat(proposal.path("authors").toString())
                .isEqualTo("[{\"name\":\"Alder\",\"login\":null},{\"name\":\"Birch\",\"login\":\"birch\"}]");
        assertThat(proposal.path("created").asString()).isEqualTo("2021-08-30");
        assertThat(proposal.path("updated").asString()).isEqualTo("2021-09-09");
        assertThat(proposal.path("discussion").asString()).isEqualTo("https://example.org/pull/3");
        assertThat(proposal.path("implementation").isNull()).isTrue();
        assertThat(proposal.path("statusHistory")
                        .valueStream()
                        .map(e -> e.path("source").asString()))
                .containsExactly("file", "vote");
        assertThat(proposal.path("statusHistory").get(1).path("status").asString())
                .isEqualTo("Accepted");
        assertThat(proposal.path("statusHistory").get(1).path("date").asString())
                .isEqualTo("2026-02-24");
        assertThat(proposal.path("votes").toString()).isEqualTo("[" + vote + "]");
        assertThat(proposal.path("discussions")
                        .valueStream()
                        .map(d -> d.path("date").asString()))
                .containsExactly("2026-02-18", "2026-02-04");
        assertThat(proposal.toString()).doesNotContain("example.org>", "alder@");
    }

    @Test
    void listsTheHighestNumberFirstAndByStatus() {
        for (int number = 1; number <= 5; number++) {
            proposal(number, "Tree " + number, number == 3 ? "Rejected" : "Draft");
        }

        assertThat(numbers("")).containsExactly(5, 4, 3, 2, 1);
        assertThat(numbers("?page=1&size=2")).containsExactly(3, 2);
        assertThat(numbers("?status=rejected")).containsExactly(3);
        assertThat(numbers("?status=Draft&size=1")).containsExactly(5);
        assertThat(get("/api/v1/proposals?status=Draft&size=1").path("total").intValue())
                .isEqualTo(4);
    }

    @Test
    void listsThoseWithDriftOrWithout() {
        community.active("alder");
        proposal(1, "Oak", "Draft");
        proposal(2, "Elm", "Draft");
        SignIn.as("alder");
        proposals.setStatus(new ProposalNumber(2), Status.REJECTED, "Too high.");
        SignIn.out();

        assertThat(numbers("?drift=true")).containsExactly(2);
        assertThat(numbers("?drift=false")).containsExactly(1);
        assertThat(numbers("?drift=true&status=draft")).isEmpty();
        assertRefused("/api/v1/proposals?drift=yes", "drift", "true, false");
    }

    private List<Integer> numbers(String query) {
        return get("/api/v1/proposals" + query)
                .path("items")
                .valueStream()
                .map(proposal -> proposal.path("number").intValue())
                .toList();
    }

    @Test
    void saysWhichProposalOrParameterIsWrong() {
        assertThat(problem(send("GET", "/api/v1/proposals/99"), 404)
                        .path("detail")
                        .asString())
                .contains("CFEP-99");
        assertRefused("/api/v1/proposals/0", "number", "a whole number from 1");
        assertRefused("/api/v1/proposals/cfep-07", "number", "a whole number from 1");
        assertRefused("/api/v1/proposals?status=done", "status", "Draft, Proposed, Accepted");
    }
}
