package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.proposal.Drift.Decision;
import org.condaforge.quorate.proposal.Drift.Kind;
import org.condaforge.quorate.proposal.Drift.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATELY = LocalDate.of(2026, 10, 1);
    private static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), TODAY);

    private static ProposalSummary proposal(Status status, @Nullable String file, @Nullable Status index) {
        return proposal(status, file, index, null, null, LATELY);
    }

    private static ProposalSummary proposal(
            Status status,
            @Nullable String file,
            @Nullable Status index,
            @Nullable LocalDate created,
            @Nullable LocalDate updated,
            @Nullable LocalDate discussed) {
        return new ProposalSummary(
                new ProposalNumber(7),
                "Seeds",
                status,
                Optional.ofNullable(file),
                Optional.ofNullable(index),
                Optional.ofNullable(created),
                Optional.ofNullable(updated),
                Optional.ofNullable(discussed),
                List.of(),
                List.of());
    }

    private static Known decided(StatusEntry.Source by) {
        return new Known(Optional.of(new Decision(by, Optional.of(LATELY))), Optional.empty(), TODAY);
    }

    private static Known voteEnded(LocalDate day) {
        return new Known(Optional.empty(), Optional.of(day), TODAY);
    }

    private static Drift only(ProposalSummary proposal, Known known) {
        List<Drift> found = Drift.of(proposal, known);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void theFileSaysProposedWhileTheIndexSaysAccepted() {
        assertThat(only(proposal(Status.PROPOSED, "Proposed", Status.ACCEPTED), NOTHING))
                .isEqualTo(new Drift(
                        Kind.FILE_AND_INDEX,
                        "index says Accepted",
                        "The file says Proposed, the index lists it as Accepted.",
                        "If it is Accepted, change the status row of cfep-07.md to that, and set the status here with how"
                                + " that is known; if not, take it off the index."));
    }

    @Test
    void theFileSaysSomethingOfItsOwnWhileTheIndexSaysAccepted() {
        assertThat(only(proposal(Status.UNKNOWN, "Superseded", Status.ACCEPTED), NOTHING)
                        .sentence())
                .isEqualTo("The file says Superseded, the index lists it as Accepted.");
        assertThat(only(proposal(Status.UNKNOWN, "", Status.ACCEPTED), NOTHING).sentence())
                .isEqualTo("The file says nothing, the index lists it as Accepted.");
    }

    @Test
    void theRecordSaysSomethingElseThanTheIndex() {
        assertThat(only(proposal(Status.PROPOSED, null, Status.ACCEPTED), NOTHING))
                .satisfies(drift -> {
                    assertThat(drift.kind()).isEqualTo(Kind.RECORD_AND_INDEX);
                    assertThat(drift.sentence()).isEqualTo("The record says Proposed, the index lists it as Accepted.");
                });
        assertThat(Drift.of(proposal(Status.REJECTED, "Proposed", Status.ACCEPTED), decided(StatusEntry.Source.HAND)))
                .extracting(Drift::kind)
                .containsExactly(Kind.RECORD_AND_FILE, Kind.RECORD_AND_INDEX);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ACCEPTED", "REJECTED"})
    void aVoteDecidedWhileTheFileSaysOtherwise(Status status) {
        Drift drift = only(proposal(status, "Proposed", null), decided(StatusEntry.Source.VOTE));

        assertThat(drift.kind()).isEqualTo(Kind.VOTE_AND_FILE);
        assertThat(drift.mark()).isEqualTo("file still says Proposed");
        assertThat(drift.sentence())
                .isEqualTo("The vote of 2026-10-01 says %s, the file says Proposed.".formatted(status.label()));
        assertThat(drift.mend()).isEqualTo("Change the status row of cfep-07.md to %s.".formatted(status.label()));
    }

    @Test
    void aPersonSetTheStatusWhileTheFileSaysOtherwise() {
        Drift drift = only(proposal(Status.DEFERRED, "Draft", null), decided(StatusEntry.Source.HAND));

        assertThat(drift.kind()).isEqualTo(Kind.RECORD_AND_FILE);
        assertThat(drift.sentence()).isEqualTo("The record says Deferred, the file says Draft.");
        assertThat(drift.mend()).contains("If the file is right, set the status here instead.");
    }

    @Test
    void aVoteIsOverWithoutAResultAsLongAsNothingIsDecided() {
        LocalDate end = LocalDate.of(2020, 3, 11);

        assertThat(only(proposal(Status.PROPOSED, null, null), voteEnded(end))).satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo(Kind.VOTE_WITHOUT_RESULT);
            assertThat(drift.sentence()).isEqualTo("A vote on it ended on 2020-03-11, and nobody wrote down how.");
        });
        assertThat(Drift.of(proposal(Status.ACCEPTED, null, null), voteEnded(end)))
                .isEmpty();
    }

    @Test
    void silenceBeginsAYearAfterTheLastDiscussionOrTheCreation() {
        LocalDate yearAgo = TODAY.minusYears(1);
        LocalDate longAgo = LocalDate.of(2019, 1, 1);

        assertThat(only(proposal(Status.PROPOSED, null, null, longAgo, null, yearAgo), NOTHING))
                .satisfies(drift -> {
                    assertThat(drift.kind()).isEqualTo(Kind.SILENCE);
                    assertThat(drift.sentence()).isEqualTo("It is Proposed, and was last discussed on 2025-11-24.");
                });
        assertThat(only(proposal(Status.PROPOSED, null, null, yearAgo, null, null), NOTHING)
                        .sentence())
                .isEqualTo("It is Proposed, was created on 2025-11-24, and was never discussed in a meeting.");
        assertThat(Drift.of(proposal(Status.PROPOSED, null, null, longAgo, null, yearAgo.plusDays(1)), NOTHING))
                .isEmpty();
        assertThat(Drift.of(proposal(Status.PROPOSED, null, null, yearAgo.plusDays(1), null, null), NOTHING))
                .isEmpty();
        assertThat(Drift.of(proposal(Status.PROPOSED, null, null, null, null, null), NOTHING))
                .isEmpty();
        assertThat(Drift.of(proposal(Status.DRAFT, null, null, longAgo, null, longAgo), NOTHING))
                .isEmpty();
    }

    @Test
    void datesRunBackwards() {
        assertThat(only(proposal(Status.DRAFT, "Draft", null, LATELY, LATELY.minusDays(1), null), NOTHING))
                .satisfies(drift -> {
                    assertThat(drift.kind()).isEqualTo(Kind.DATES);
                    assertThat(drift.sentence())
                            .isEqualTo("The file says updated on 2026-09-30, before it was created on 2026-10-01.");
                });
        assertThat(Drift.of(proposal(Status.DRAFT, "Draft", null, LATELY, LATELY, null), NOTHING))
                .isEmpty();
    }

    /// Every combination of 7 statuses, 9 words of a file, 8 of the index, 3 ways to decide, 2 ends of a vote and 12 of
    /// dates: what is found is what a plain reading of the rules says.
    @Test
    void everyCombinationIsJudgedByThePlainRules() {
        List<Optional<String>> words = new ArrayList<>(List.of(Optional.empty(), Optional.of("Superseded")));
        List<Optional<Status>> listed = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Status.values()).forEach(status -> {
            words.add(Optional.of(status == Status.UNKNOWN ? "" : status.label().toUpperCase(java.util.Locale.ROOT)));
            listed.add(Optional.of(status));
        });
        List<Optional<Decision>> decisions = List.of(
                Optional.empty(),
                Optional.of(new Decision(StatusEntry.Source.VOTE, Optional.empty())),
                Optional.of(new Decision(StatusEntry.Source.HAND, Optional.of(LATELY))));
        List<Optional<LocalDate>> days =
                List.of(Optional.empty(), Optional.of(LATELY), Optional.of(LATELY.minusYears(2)));
        int worlds = 0;
        for (Status status : Status.values()) {
            for (Optional<String> word : words) {
                for (Optional<Status> index : listed) {
                    for (Optional<Decision> decision : decisions) {
                        for (Optional<LocalDate> ended : days) {
                            for (Optional<LocalDate> created : days) {
                                for (Optional<LocalDate> other : days) {
                                    var known = new Known(decision, ended, TODAY);
                                    var proposal = new ProposalSummary(
                                            new ProposalNumber(7),
                                            "Seeds",
                                            status,
                                            word,
                                            index,
                                            created,
                                            other,
                                            other,
                                            List.of(),
                                            List.of());
                                    judge(proposal, known);
                                    worlds++;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(worlds).isEqualTo(7 * 9 * 8 * 3 * 27);
    }

    private static void judge(ProposalSummary proposal, Known known) {
        List<Drift> found = Drift.of(proposal, known);
        Status status = proposal.status();
        boolean file = proposal.fileStatus().isPresent()
                && status != Status.UNKNOWN
                && !proposal.fileStatus().get().equalsIgnoreCase(status.label());
        boolean index = proposal.indexStatus().isPresent()
                && proposal.indexStatus().get() != status
                && status != Status.IMPLEMENTED;
        boolean vote =
                known.decision().filter(d -> d.by() == StatusEntry.Source.VOTE).isPresent();
        boolean open =
                !List.of(Status.ACCEPTED, Status.REJECTED, Status.IMPLEMENTED).contains(status);
        LocalDate last = proposal.lastDiscussed().or(proposal::created).orElse(TODAY);
        List<Kind> expected = Stream.of(
                        Optional.of(Kind.VOTE_AND_FILE).filter(k -> file && vote),
                        Optional.of(Kind.RECORD_AND_FILE).filter(k -> file && !vote),
                        Optional.of(Kind.FILE_AND_INDEX)
                                .filter(k ->
                                        index && !file && proposal.fileStatus().isPresent()),
                        Optional.of(Kind.RECORD_AND_INDEX)
                                .filter(k ->
                                        index && (file || proposal.fileStatus().isEmpty())),
                        Optional.of(Kind.VOTE_WITHOUT_RESULT)
                                .filter(k -> open && known.voteEnded().isPresent()),
                        Optional.of(Kind.SILENCE)
                                .filter(k -> status == Status.PROPOSED && last.isBefore(LATELY.minusYears(1))),
                        Optional.of(Kind.DATES)
                                .filter(k -> proposal.created().isPresent()
                                        && proposal.updated().isPresent()
                                        && proposal.updated()
                                                .get()
                                                .isBefore(proposal.created().get())))
                .flatMap(Optional::stream)
                .toList();
        if (!found.stream().map(Drift::kind).toList().equals(expected)) {
            assertThat(found)
                    .as("%s %s", proposal, known)
                    .extracting(Drift::kind)
                    .containsExactlyElementsOf(expected);
        }
        for (Drift drift : found) {
            if (drift.mark().isBlank()
                    || !drift.sentence().endsWith(".")
                    || !drift.mend().endsWith(".")) {
                assertThat(drift).as("words of %s", drift.kind()).isNull();
            }
        }
    }

    @Test
    void theCourseLeavesOutWhatDidNotChangeTheStatus() {
        StatusEntry draft = entry(Status.DRAFT, StatusEntry.Source.COMMIT);
        StatusEntry deferred = entry(Status.DEFERRED, StatusEntry.Source.HAND);
        StatusEntry accepted = entry(Status.ACCEPTED, StatusEntry.Source.VOTE);

        assertThat(detail(
                                draft,
                                entry(Status.DRAFT, StatusEntry.Source.FILE),
                                deferred,
                                entry(Status.REJECTED, StatusEntry.Source.COMMIT),
                                accepted,
                                entry(Status.ACCEPTED, StatusEntry.Source.COMMIT))
                        .course())
                .containsExactly(draft, deferred, accepted);
        assertThat(detail().course()).isEmpty();
    }

    private static StatusEntry entry(Status status, StatusEntry.Source source) {
        return new StatusEntry(status, null, source, "", null, java.time.Instant.EPOCH);
    }

    private static ProposalDetail detail(StatusEntry... history) {
        return new ProposalDetail(
                proposal(Status.DRAFT, null, null),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(history),
                List.of());
    }
}
