package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

class KeepPanelTests extends VotePageTest {

    @Autowired
    JdbcClient jdbc;

    private VoteId passed() {
        VoteId vote = grove.vote("alder", "Fund the mirror " + HOSTILE, 7);
        grove.cast("alder", vote, Choice.YES, "");
        grove.cast("birch", vote, Choice.YES, "");
        grove.cast("cedar", vote, Choice.YES, "");
        grove.pass(Duration.ofDays(8));
        return vote;
    }

    private void seal() {
        ReflectionTestUtils.invokeMethod(context.getBean("journalSealer"), "sealPending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel", "yew", "birch"})
    void everybodyCopiesAndDownloadsTheRecordOfAVoteThatEnded(String reader) {
        VoteId vote = passed();
        seal();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(page())
                .contains(
                        "Of those who voted yes or no, 3/3 = 100% voted yes. The vote passed by consensus.",
                        "./quorate verify vote-%d.json".formatted(vote.number()), "Its end stands in the");
        assertThat(links())
                .contains(
                        "api/v1/votes/%d/record".formatted(vote.number()),
                        "api/v1/votes/%d/certificate".formatted(vote.number()),
                        "journal?kind=vote&on=2026-11-25");
        Button copy = _get(Button.class, spec -> spec.withText("Copy as Markdown"));
        TextArea record = _get(TextArea.class, spec -> spec.withLabel("Record in Markdown"));
        assertThat(copy.getElement().getAttribute("data-copies")).isEqualTo("vote-record");
        assertThat(record.isReadOnly()).isTrue();
        assertThat(record.getValue()).contains("| For | 3 |").doesNotContain("Birch");
        assertThat(link("Download vote-%d.json".formatted(vote.number()))
                        .getElement()
                        .getAttribute("download"))
                .isEqualTo("vote-%d.json".formatted(vote.number()));
        assertThat(markup()).doesNotContain("<img");
    }

    @Test
    void saysThatItsEndIsNotChainedYet() {
        open(passed());
        assertThat(page()).contains("Its end is not chained in the");
    }

    @Test
    void thereIsNothingToKeepOfAnOpenOrWithdrawnVote() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        open(vote);
        assertThat(_find(Button.class, spec -> spec.withText("Copy as Markdown")))
                .isEmpty();
        assertThat(links()).noneMatch(link -> link.startsWith("api/"));
    }

    @Test
    void aVoteThatWasNotHeldHereHasARecordAndNoCertificate() {
        VoteId vote = passed();
        jdbc.sql("UPDATE vote SET recorded_by = called_by, record_note = 'The minutes say so.' WHERE id = :id")
                .param("id", vote.number())
                .update();

        open(vote);

        assertThat(page()).contains("The vote was not held here");
        assertThat(links())
                .contains("api/v1/votes/%d/record".formatted(vote.number()))
                .noneMatch(link -> link.endsWith("/certificate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel", "yew", "birch"})
    void theCertificateOfASensitiveVoteIsForMembers(String reader) {
        VoteId vote = passed();
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(links()).noneMatch(link -> link.startsWith("api/"));
        assertThat(_find(Button.class, spec -> spec.withText("Copy as Markdown")))
                .isEmpty();
        boolean member = reader.equals("yew") || reader.equals("birch");
        assertThat(page().contains("./quorate verify vote-%d.json".formatted(vote.number())))
                .isEqualTo(member);
    }

    @Test
    void anExpiredVoteHasNone() {
        archive.expired(grove.proposal(7, "Where seeds are kept", "Proposed"), LocalDate.of(2020, 3, 11), "It ended.");
        VoteId vote = new VoteId(
                jdbc.sql("SELECT MAX(id) FROM vote").query(Long.class).single());
        open(vote);
        assertThat(links()).noneMatch(link -> link.startsWith("api/"));
    }
}
