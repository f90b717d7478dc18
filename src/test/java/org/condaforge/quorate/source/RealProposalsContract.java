package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.proposal.Drift;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalService.Filter;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the real files and all real minutes together say of proposals; skipped where they are not on the machine.
abstract class RealProposalsContract {

    @Autowired
    ImportService imports;

    @Autowired
    ProposalService proposals;

    @Autowired
    Community community;

    private ProposalDetail cfep(int number) {
        return proposals.detail(new ProposalNumber(number)).orElseThrow();
    }

    private List<Drift> drift(int number, Drift.Kind kind) {
        return cfep(number).summary().drift().stream()
                .filter(drift -> drift.kind() == kind)
                .toList();
    }

    @Test
    void findsWhatDoesNotFitTogetherAndWhatOnlyMinutesTellOf() {
        community.clear();
        imports.importAll(List.of(RealData.path("cfep"), RealData.path("minutes")));

        for (int number : List.of(1, 7)) {
            assertThat(drift(number, Drift.Kind.FILE_AND_INDEX))
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.sentence())
                            .isEqualTo("The file says Proposed, the index lists it as Accepted."));
        }
        assertThat(drift(12, Drift.Kind.VOTE_WITHOUT_RESULT))
                .singleElement()
                .satisfies(drift -> assertThat(drift.sentence()).contains("2020-03-11"));
        assertThat(drift(2, Drift.Kind.DATES)).hasSize(1);
        assertThat(drift(12, Drift.Kind.SILENCE)).hasSize(1);

        for (int number : List.of(12, 21)) {
            ProposalDetail told = cfep(number);
            assertThat(told.fileName()).isEmpty();
            assertThat(told.summary().status()).isEqualTo(Status.PROPOSED);
            assertThat(told.history()).extracting(StatusEntry::source).containsExactly(StatusEntry.Source.MINUTES);
            assertThat(told.discussions()).isNotEmpty();
        }
        assertThat(cfep(12).discussion()).contains("https://github.com/conda-forge/cfep/pull/23");
        assertThat(cfep(21).discussion()).contains("https://github.com/conda-forge/cfep/pull/47");

        ProposalNumber nowhere = new ProposalNumber(22);
        assertThat(proposals.exists(nowhere)).isFalse();
        community.active("alder");
        SignIn.as("alder");
        proposals.add(nowhere, "A proposal without a file", "https://example.org/cfep/pull/1");
        SignIn.out();
        assertThat(proposals.list(Filter.ALL, new Page.Request(0, 100)).items())
                .extracting(ProposalSummary::number)
                .contains(nowhere)
                .hasSize(25);
        List<Integer> drifting =
                proposals
                        .list(new Filter(Optional.empty(), "", Optional.of(true)), new Page.Request(0, 100))
                        .items()
                        .stream()
                        .map(found -> found.number().value())
                        .toList();
        assertThat(drifting).contains(1, 2, 7, 12).hasSize(proposals.countDrifting());

        var before = community.everything();
        imports.importAll(List.of(RealData.path("cfep"), RealData.path("minutes")));
        assertThat(community.everything()).isEqualTo(before);
    }
}
