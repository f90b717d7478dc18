package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.TestBeans;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// An instance stops, its governance page is edited, and it starts again: votes go by the page they were called under.
class EditedPageTests {

    private static final Instant END = MutableClock.START.plus(Duration.ofDays(7));

    @TempDir
    Path folder;

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    @Test
    void aLaterRevisionNeitherChangesWhatIsDecidedNorTheRuleOfAnOpenVote() throws IOException {
        Path page = folder.resolve("conda-forge.md");
        String first = Policies.shipped().stream()
                .filter(policy -> policy.name().equals("conda-forge"))
                .findFirst()
                .orElseThrow()
                .page();
        Files.writeString(page, first);
        VoteId closed;
        VoteId open;
        VoteSummary before;
        try (ConfigurableApplicationContext instance = start(page)) {
            instance.getBean(Community.class).active(10);
            VoteCalls calls = instance.getBean(VoteCalls.class);
            Casting casting = instance.getBean(Casting.class);
            SignIn.as("alder");
            closed = calls.call(call("Paint it", END));
            open = calls.call(call("Paint the other", END.plus(Duration.ofDays(7))));
            cast(casting, closed, YES, YES, YES, NO, NO);
            cast(casting, open, YES, YES, YES, NO, NO);
            closeAt(instance, END);
            before = instance.getBean(VoteReader.class).summary(closed).orElseThrow();
            assertThat(before.result()).contains(Result.PASSED);
        }

        // Three of five are no longer enough, emeriti may not vote, and the edition has another name.
        String edited = first.replace("revision: 2025-11", "revision: 2027-01")
                .replace("majority: more than 50%", "majority: 75%")
                .replace("emeritus-may-vote: true", "emeritus-may-vote: false")
                .replace("roster: opening", "roster: closing");
        assertThat(edited).contains("revision: 2027-01", "majority: 75%");
        Files.writeString(page, edited);

        try (ConfigurableApplicationContext instance = start(page)) {
            assertThat(instance.getBean(Policies.class)
                            .policy("conda-forge")
                            .orElseThrow()
                            .revision())
                    .isEqualTo("2027-01");
            VoteReader reader = instance.getBean(VoteReader.class);
            assertThat(reader.summary(closed)).contains(before);
            assertThat(reader.detail(closed).orElseThrow().recount())
                    .hasValueSatisfying(
                            again -> assertThat(again.sentence()).isEqualTo("Recounted: the same result, 3 of 5 yes."));
            VoteSummary.Terms terms = reader.summary(open).orElseThrow().terms().orElseThrow();
            assertThat(terms).isEqualTo(before.terms().orElseThrow());
            assertThat(terms.revision()).isEqualTo("2025-11");

            closeAt(instance, END.plus(Duration.ofDays(7)));

            VoteSummary decided = reader.summary(open).orElseThrow();
            assertThat(decided.result()).contains(Result.PASSED);
            assertThat(decided.route()).contains(Route.STANDARD);
            SignIn.as("alder");
            VoteId later = instance.getBean(VoteCalls.class).call(call("Paint a third", END.plus(Duration.ofDays(30))));
            assertThat(reader.summary(later).orElseThrow().terms().orElseThrow().revision())
                    .isEqualTo("2027-01");
        }
    }

    /// The record of a vote is counted by the page of the day it comes in, and goes by it when its file is corrected.
    @Test
    void aRecordThatIsReadAgainStaysCountedByTheRevisionItWasCountedBy() throws IOException {
        Path page = folder.resolve("conda-forge.md");
        String first = Policies.shipped().stream()
                .filter(policy -> policy.name().equals(VoteRecords.POLICY_OF_RECORDS))
                .findFirst()
                .orElseThrow()
                .page();
        Files.writeString(page, first);
        VoteSummary before;
        try (ConfigurableApplicationContext instance = start(page)) {
            instance.getBean(Community.class).active(10);
            before = taken(instance, "2022_03_09_cfep-07.md", VoteRecordFileTests.RECORD);
            assertThat(before.terms().orElseThrow())
                    .extracting(
                            VoteSummary.Terms::policy,
                            VoteSummary.Terms::revision,
                            VoteSummary.Terms::item,
                            VoteSummary.Terms::roster)
                    .containsExactly("conda-forge", "2025-11", "cfep-approval", RosterDate.OPENING);
        }

        Files.writeString(
                page,
                first.replace("revision: 2025-11", "revision: 2027-01")
                        .replace("majority: 60%", "majority: 75%")
                        .replace("emeritus-may-vote: true", "emeritus-may-vote: false")
                        .replace("roster: opening", "roster: closing"));

        try (ConfigurableApplicationContext instance = start(page)) {
            VoteReader reader = instance.getBean(VoteReader.class);
            VoteSummary again = taken(
                    instance,
                    "2022_03_09_cfep-07.md",
                    VoteRecordFileTests.RECORD.replace("| For | 4 |", "| For | 5 |"));
            assertThat(again.id()).isEqualTo(before.id());
            assertThat(again.tally()).contains(new Tally(5, 1, 1));
            assertThat(again.terms()).isEqualTo(before.terms());
            assertThat(reader.detail(again.id()).orElseThrow().recordNote().orElseThrow())
                    .contains("; counted by the page conda-forge of 2025-11.");

            VoteSummary other = taken(
                    instance,
                    "2022_03_09_cfep-08.md",
                    VoteRecordFileTests.RECORD.replace("CFEP-07", "CFEP-08").replace("pull/7", "pull/8"));
            assertThat(other.terms().orElseThrow())
                    .extracting(
                            VoteSummary.Terms::revision, VoteSummary.Terms::emeritusMayVote, VoteSummary.Terms::roster)
                    .containsExactly("2027-01", false, RosterDate.CLOSING);
            assertThat(reader.detail(other.id()).orElseThrow().recordNote().orElseThrow())
                    .contains("; counted by the page conda-forge of 2027-01.");

            // A file that names another policy than before is about another rule.
            VoteSummary spending = taken(
                    instance,
                    "2022_03_09_cfep-07.md",
                    VoteRecordFileTests.RECORD.replace("the CFEP Approval policy", "the Spending of funds policy"));
            assertThat(spending.terms().orElseThrow())
                    .extracting(VoteSummary.Terms::item, VoteSummary.Terms::revision)
                    .containsExactly("spending", "2027-01");
        }
    }

    private static VoteSummary taken(ConfigurableApplicationContext instance, String name, String text) {
        VoteRecordFile stated = VoteRecordFile.parse(text);
        instance.getBean(VoteRecords.class).take(stated, name, text);
        return instance.getBean(VoteReader.class)
                .list(VoteReader.Filter.on(stated.proposal().orElseThrow()), new Page.Request(0, 5))
                .items()
                .getFirst();
    }

    private static Call call(String title, Instant end) {
        return new Call("conda-forge", "other", Optional.empty(), title, "Green.", end, "");
    }

    private static void cast(Casting casting, VoteId vote, Choice... choices) {
        for (int i = 0; i < choices.length; i++) {
            SignIn.as(Trees.login(i));
            casting.cast(vote, choices[i], "Because.");
        }
    }

    private static void closeAt(ConfigurableApplicationContext instance, Instant end) {
        instance.getBean(MutableClock.class).set(end);
        instance.getBean(VoteCloser.class).closeDue();
    }

    private ConfigurableApplicationContext start(Path page) {
        List<String> properties = List.of(
                "spring.datasource.url=jdbc:h2:file:" + folder.resolve("record")
                        + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0",
                "quorate.policy=" + page,
                OnH2.NO_CLOSER,
                OnH2.NO_PAGES);
        return new SpringApplicationBuilder(QuorateApplication.class, TestBeans.class)
                .web(WebApplicationType.NONE)
                .run(properties.stream().map(property -> "--" + property).toArray(String[]::new));
    }
}
