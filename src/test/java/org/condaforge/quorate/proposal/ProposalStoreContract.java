package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

abstract class ProposalStoreContract {

    private static final ProposalNumber SEEDS = new ProposalNumber(7);
    private static final Instant NOW = MutableClock.START;

    @Autowired
    Proposals repository;

    @Autowired
    ProposalService proposals;

    @Autowired
    Community community;

    @BeforeEach
    void empty() {
        community.clear();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    static String file(String title, String status, String body) {
        return """
                <table>
                <tr><td> Title </td><td> %s </td></tr>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> Alder &lt;@alder&gt;, Birch </td></tr>
                <tr><td> Created </td><td> Aug 30, 2021 </td></tr>
                <tr><td> Updated </td><td> Sep 09, 2021 </td></tr>
                </table>

                %s
                """.formatted(title, status, body);
    }

    private ProposalService.Change take(int number, String content) {
        String name = "cfep-%02d.md".formatted(number);
        try {
            return proposals.take(CfepFile.parse(content, name), name, content);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private ProposalDetail seeds() {
        return proposals.detail(SEEDS).orElseThrow();
    }

    @Test
    void aProposalComesBackAsSaved() {
        MemberId alder = community.active("alder");
        String body = "# 種 🌱 ' \\ %\n".repeat(20_000);
        Proposal saved = repository.save(new Proposal(
                7,
                null,
                "Seeds 🌱",
                Status.DEFERRED,
                LocalDate.of(2020, 2, 29),
                null,
                "https://example.org",
                null,
                body,
                "cfep-07.md",
                "Wilting",
                "0".repeat(64),
                Status.ACCEPTED,
                List.of(new Author("Alder", "alder"), new Author("Birch", null), new Author("Alder", null)),
                List.of(
                        new StatusEntry(Status.UNKNOWN, null, StatusEntry.Source.FILE, "file", null, NOW),
                        new StatusEntry(
                                Status.DEFERRED,
                                LocalDate.of(2021, 1, 1),
                                StatusEntry.Source.HAND,
                                "rain",
                                alder.number(),
                                NOW.plusNanos(1_000)))));

        assertThat(repository.findById(7)).contains(saved);
        assertThatThrownBy(() -> {
                    repository.save(saved.listedAs(null));
                    repository.save(saved.listedAs(Status.REJECTED));
                })
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(Objects.requireNonNull(repository.findById(7).orElseThrow().version()))
                .isEqualTo(Objects.requireNonNull(saved.version()) + 1);
    }

    @Test
    void takesAFileOnce() {
        String content = file("Where seeds are kept", "Proposed", "Dry.");
        assertThat(take(7, content)).isEqualTo(ProposalService.Change.NEW);
        var before = community.everything();

        assertThat(take(7, content)).isEqualTo(ProposalService.Change.UNCHANGED);

        assertThat(community.everything()).isEqualTo(before);
        assertThat(seeds().summary().title()).isEqualTo("Where seeds are kept");
        assertThat(seeds().authors()).containsExactly(new Author("Alder", "alder"), new Author("Birch", null));
        assertThat(seeds().body()).hasValueSatisfying(body -> assertThat(body).contains("Dry."));
        assertThat(proposals.bodyOf(SEEDS)).isEqualTo(seeds().body());
        assertThat(seeds().history())
                .singleElement()
                .satisfies(entry -> assertThat(entry.since()).isEqualTo(LocalDate.of(2021, 9, 9)));
    }

    @Test
    void followsItsFileAsLongAsNothingElseHasSpoken() {
        proposals.mentioned(SEEDS, "Seeds", LocalDate.of(2020, 1, 1));
        assertThat(take(7, file("Where seeds are kept", "Proposed", "Dry."))).isEqualTo(ProposalService.Change.CHANGED);
        take(7, file("Where seeds are kept", "Accepted", "Dry."));
        take(7, file("Where seeds are kept", "Accepted", "Very dry."));

        assertThat(seeds().history())
                .extracting(StatusEntry::status)
                .containsExactly(Status.PROPOSED, Status.PROPOSED, Status.ACCEPTED);
        assertThat(seeds().summary().status()).isEqualTo(Status.ACCEPTED);
        assertThat(proposals.mentioned(SEEDS, "Other", LocalDate.of(2022, 1, 1)))
                .isEqualTo(ProposalService.Change.UNCHANGED);
    }

    @Test
    void whatAPersonRecordedStaysWhateverTheFileSays() {
        community.active("alder");
        take(7, file("Where seeds are kept", "Proposed", "Dry."));
        SignIn.as("alder");
        proposals.setStatus(SEEDS, Status.DEFERRED, "Too much rain.");
        take(7, file("Where seeds are kept", "Rejected", "Wet."));

        assertThat(seeds().summary().status()).isEqualTo(Status.DEFERRED);
        assertThat(seeds().summary().drift()).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo(Drift.Kind.RECORD_AND_FILE);
            assertThat(drift.sentence()).contains("Deferred").contains("Rejected");
        });
        assertThat(seeds().body()).hasValueSatisfying(body -> assertThat(body).contains("Wet."));
        StatusEntry last = seeds().history().getLast();
        assertThat(last.reason()).isEqualTo("Too much rain.");
        assertThat(last.recordedBy()).isNotNull();
        assertThat(last.recordedAt()).isEqualTo(NOW);
    }

    @Test
    void onlyCoreSetsAStatusAndSaysWhy() {
        community.active("alder");
        community.emeritus("willow");
        take(7, file("Where seeds are kept", "Proposed", "Dry."));
        var before = community.everything();

        assertThatThrownBy(() -> proposals.setStatus(SEEDS, Status.DEFERRED, "Rain."))
                .isInstanceOf(NotAllowed.class);
        SignIn.as("willow");
        assertThatThrownBy(() -> proposals.setStatus(SEEDS, Status.DEFERRED, "Rain."))
                .isInstanceOf(NotAllowed.class);
        SignIn.as("alder");
        assertThatThrownBy(() -> proposals.setStatus(SEEDS, Status.DEFERRED, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proposals.setStatus(SEEDS, Status.PROPOSED, "Rain."))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proposals.setStatus(new ProposalNumber(8), Status.PROPOSED, "Rain."))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void findsByStatusNumberTitleAndAuthor() {
        take(7, file("Where 100% of seeds are kept", "Proposed", "Dry."));
        take(12, file("Names of trees", "Accepted", "Latin."));
        proposals.mentioned(new ProposalNumber(3), "Known by hearsay", LocalDate.of(2020, 1, 1));
        proposals.takeIndex(Map.of(12, Status.ACCEPTED));

        assertThat(found(ProposalService.Filter.ALL)).containsExactly(12, 7, 3);
        assertThat(found(new ProposalService.Filter(Optional.of(Status.PROPOSED), "")))
                .containsExactly(7, 3);
        assertThat(found(new ProposalService.Filter(Optional.empty(), "0% OF"))).containsExactly(7);
        assertThat(found(new ProposalService.Filter(Optional.empty(), "cfep-03")))
                .containsExactly(3);
        assertThat(found(new ProposalService.Filter(Optional.of(Status.ACCEPTED), "birch")))
                .containsExactly(12);
        assertThat(found(new ProposalService.Filter(Optional.empty(), "_"))).isEmpty();
        assertThat(proposals.countByStatus()).containsEntry(Status.PROPOSED, 2).containsEntry(Status.ACCEPTED, 1);
        assertThat(proposals
                        .list(ProposalService.Filter.ALL, new Page.Request(0, 1))
                        .items()
                        .getFirst()
                        .authors())
                .containsExactly("Alder", "Birch");
        assertThat(proposals.takeIndex(Map.of(12, Status.ACCEPTED))).isZero();
    }

    private List<Integer> found(ProposalService.Filter filter) {
        return proposals.list(filter, new Page.Request(0, 50)).items().stream()
                .map(p -> p.number().value())
                .toList();
    }
}
