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
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Route;
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
            VoteService votes = instance.getBean(VoteService.class);
            SignIn.as("alder");
            closed = votes.call(call("Paint it", END));
            open = votes.call(call("Paint the other", END.plus(Duration.ofDays(7))));
            cast(votes, closed, YES, YES, YES, NO, NO);
            cast(votes, open, YES, YES, YES, NO, NO);
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
            VoteId later =
                    instance.getBean(VoteService.class).call(call("Paint a third", END.plus(Duration.ofDays(30))));
            assertThat(reader.summary(later).orElseThrow().terms().orElseThrow().revision())
                    .isEqualTo("2027-01");
        }
    }

    private static Call call(String title, Instant end) {
        return new Call("conda-forge", "other", Optional.empty(), title, "Green.", end, "");
    }

    private static void cast(VoteService votes, VoteId vote, Choice... choices) {
        for (int i = 0; i < choices.length; i++) {
            SignIn.as(Trees.login(i));
            votes.cast(vote, choices[i], "Because.");
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
