package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.UnknownItem;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Words;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class DecisionContract extends VotingContract {

    private static final Page.Request FIRST = new Page.Request(0, 50);

    @Autowired
    DecisionsWithoutVote decisions;

    private static DecisionWithoutVote.Draft lock(String subject, String link, String justification) {
        return new DecisionWithoutVote.Draft("conda-forge", "lock-thread", subject, link, justification, List.of());
    }

    private static DecisionWithoutVote.Draft incubate(String... statements) {
        return new DecisionWithoutVote.Draft(
                "conda", "incubator-addition", "The acorn counter", "", "", List.of(statements));
    }

    private long recorded(String login, DecisionWithoutVote.Draft draft) {
        SignIn.as(login);
        long id = decisions.record(draft);
        SignIn.out();
        return id;
    }

    private Page<DecisionWithoutVote> locks() {
        return decisions.list("conda-forge", "lock-thread", FIRST);
    }

    private void assertRefused(DecisionWithoutVote.Draft draft, String... reasons) {
        SignIn.as("alder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decisions.record(draft))
                .withMessage(String.join(" ", reasons));
        assertThat(community.count("decision_without_vote", "1 = 1")).isZero();
        assertThat(community.count("journal", "1 = 1")).isZero();
    }

    @Test
    void keepsWhatWasDecidedByWhomWhenAndUnderWhichRevision() {
        long id = recorded("alder", lock(" A thread about moss ", " https://example.org/moss ", " It got heated. "));

        assertThat(locks().items())
                .containsExactly(new DecisionWithoutVote(
                        id,
                        "conda-forge",
                        "2025-11",
                        "lock-thread",
                        "Lock a thread",
                        "A thread about moss",
                        Optional.of("https://example.org/moss"),
                        "It got heated.",
                        "Alder",
                        "alder",
                        START));
    }

    @Test
    void isToldByTheJournal() {
        long id = recorded("alder", lock("A thread about moss", "", "It got heated."));

        assertThat(journal.historyOf(new Act.Subject("decision", String.valueOf(id)), 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).map(JournalService.Who::name).contains("Alder");
                    assertThat(entry.at()).isEqualTo(START);
                })
                .extracting(JournalService.Entry::what)
                .isEqualTo("recorded without a vote: Lock a thread, “A thread about moss”");
    }

    @Test
    void isForActiveCoreMembersAlone() {
        var draft = lock("A thread", "", "Heated.");
        assertThatThrownBy(() -> decisions.record(draft))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("Sign in to record a decision.");
        for (var login : List.of("willow", "sorrel")) {
            SignIn.as(login);
            assertThatThrownBy(() -> decisions.record(draft))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessage("Only active core members may record a decision.");
        }
        assertThat(community.count("decision_without_vote", "1 = 1")).isZero();
    }

    @Test
    void wantsAJustificationWhereTheItemDoes() {
        assertRefused(lock("A thread", "", " "), "“Lock a thread” needs a justification.");
    }

    @Test
    void wantsEverythingThatTheItemAsksFor() {
        assertRefused(incubate(), "“Add a project to the incubator” asks for: consent of the authors.");
        assertRefused(incubate(" "), "“Add a project to the incubator” asks for: consent of the authors.");

        recorded("alder", incubate("given by mail"));

        assertThat(decisions.list("conda", "incubator-addition", FIRST).items())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.justification()).isEqualTo("consent of the authors: given by mail");
                    assertThat(decision.link()).isEmpty();
                });
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertRefused(
                lock(" ", "javascript:alert(1)", ""),
                "Say in one line of at most 300 characters what it concerns.",
                "A link begins with https:// or http:// and has at most 1,000 characters.",
                "“Lock a thread” needs a justification.");
    }

    @Test
    void refusesLinksThatLeadNowhereOrIntoTheBrowser() {
        for (var link : List.of(
                "moss",
                "//example.org/a",
                "ftp://example.org",
                "https://",
                "https:moss",
                "data:text/html,x",
                "https://example.org/a b",
                "https://example.org/" + "a".repeat(1000))) {
            assertRefused(
                    lock("A thread", link, "Heated."),
                    "A link begins with https:// or http:// and has at most 1,000 characters.");
        }
    }

    @Test
    void keepsTheLongestThatIsTakenAndRefusesMore() {
        assertRefused(lock("A thread", "", "ä".repeat(Words.MOST + 1)), "Say it in at most 10,000 characters.");
        assertRefused(
                lock("s".repeat(301), "", "Heated."), "Say in one line of at most 300 characters what it concerns.");
        assertRefused(lock("Two\nlines", "", "Heated."), "Say in one line of at most 300 characters what it concerns.");

        recorded(
                "alder", lock("🌲".repeat(150), "https://example.org/" + "a".repeat(980), "🌲".repeat(Words.MOST / 2)));

        assertThat(locks().items().getFirst().justification()).hasSize(Words.MOST);
    }

    @Test
    void isNoWayAroundAVote() {
        var draft = new DecisionWithoutVote.Draft(
                "conda-forge", "cfep-approval", "CFEP-07", "", "Because I can.", List.of());
        assertRefused(draft, "“CFEP approval” is decided by a vote: call one.");
    }

    @Test
    void knowsOnlyItemsOfThePoliciesThatAreLoaded() {
        SignIn.as("alder");
        assertThatThrownBy(() -> decisions.record(
                        new DecisionWithoutVote.Draft("circle", "yarn", "Yarn", "", "Why not.", List.of())))
                .isInstanceOf(UnknownItem.class);
        assertThatThrownBy(() -> decisions.record(
                        new DecisionWithoutVote.Draft("conda", "yarn", "Yarn", "", "Why not.", List.of())))
                .isInstanceOf(UnknownItem.class);
    }

    @Test
    void isListedNewestFirstAPageAtATimeForEachItem() {
        for (int i = 0; i < 7; i++) {
            clock.set(START.plus(Duration.ofHours(i / 2)));
            recorded("alder", lock("Thread " + i, "", "Heated."));
        }
        recorded("birch", new DecisionWithoutVote.Draft("conda", "lock-thread", "Other", "", "Heated.", List.of()));
        SignIn.out();

        var first = decisions.list("conda-forge", "lock-thread", new Page.Request(0, 3));
        var last = decisions.list("conda-forge", "lock-thread", new Page.Request(2, 3));

        assertThat(first.total()).isEqualTo(7);
        assertThat(first.items())
                .extracting(DecisionWithoutVote::subject)
                .containsExactly("Thread 6", "Thread 5", "Thread 4");
        assertThat(last.items()).extracting(DecisionWithoutVote::subject).containsExactly("Thread 0");
        assertThat(decisions.list("conda", "lock-thread", FIRST).items())
                .extracting(DecisionWithoutVote::by)
                .containsExactly("Birch");
    }

    @Test
    void isListedWithTwoStatementsHoweverMany() {
        for (int i = 0; i < 5; i++) {
            recorded("alder", lock("Thread " + i, "", "Heated."));
        }
        assertThat(SqlCount.of(this::locks)).hasSize(2);
    }
}
