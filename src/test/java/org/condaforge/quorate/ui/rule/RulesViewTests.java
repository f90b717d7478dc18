package org.condaforge.quorate.ui.rule;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.PolicyPage;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.component.Card;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesViewTests extends ViewTest {

    @Test
    void showsTheFirstPageWithTodaysFigures() {
        open("rules");

        assertThat(title()).isEqualTo("Plus three · Rules · Quorate");
        assertThat(page())
                .containsSubsequence(
                        "Rules",
                        "Plus three",
                        "conda-forge",
                        "revision 1",
                        "The short way to decide.",
                        "today 5 are active",
                        "at least 3 days, 7 days by default",
                        "The policy as data",
                        "Consensus",
                        "At least three +1 and no −1.",
                        "a −1 needs a comment",
                        "Readings");
        assertThat(link("Plus three").getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(link("Replay past votes").getHref()).isEqualTo("rules/replay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alder", "yew"})
    void everybodyReadsAnyPageInForce(String reader) {
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open("rules?page=conda-forge");

        assertThat(page())
                .containsSubsequence(
                        "CFEP approval",
                        "60% must take part and 60% of yes and no must say yes.",
                        "With 5 active members: 3 must take part; of 3, 2 must say yes.",
                        "standard or time-out route",
                        "Lock a thread",
                        "No vote is needed.")
                .doesNotContain("contradict", "Not in force here:");
        assertThat(links())
                .contains(
                        "rules/cfep-approval",
                        "rules/lock-thread",
                        "rules?page=conda-forge#readings",
                        "rules?page=conda");
    }

    @Test
    void showsEveryItemOfEveryKnownPage() {
        for (var policy : Policies.shipped()) {
            open("rules?page=" + policy.name());

            assertThat(page())
                    .contains(policy.items().stream().map(VotingItem::title).toList());
            assertThat(policy.items())
                    .allSatisfy(item -> assertThat(links())
                            .anyMatch(
                                    link -> link.matches("rules/" + item.name() + "(\\?page=" + policy.name() + ")?")));
        }
    }

    @Test
    void showsTheDataOnlyToWhoAsks() {
        open("rules?page=conda-forge");

        var details = _find(NativeDetails.class, spec -> spec.withClasses("q-data"));
        assertThat(details).hasSize(14).noneMatch(NativeDetails::isOpen);
        assertThat(_find(Pre.class)).allSatisfy(yaml -> assertThat(text(yaml)).matches("(?s).*(policy|item): .*"));
        assertThat(_find(Paragraph.class))
                .noneSatisfy(words -> assertThat(text(words)).contains("item: "));
    }

    @Test
    void marksAPageThatIsNotInForce() {
        open("rules");
        assertThat(page()).containsSubsequence("Also known", "conda", "not in force");

        open("rules?page=conda");
        assertThat(page()).contains("Not in force here:");
        assertThat(links()).contains("rules/enhancement-proposal", "rules/sub-team-formation?page=conda");
    }

    @Test
    void leadsToHeadingsByTheirAnchors() {
        open("rules?page=conda-forge");

        Stream<String> anchors =
                links().stream().filter(link -> link.contains("#")).map(link -> link.replaceFirst(".*#", ""));
        assertThat(anchors.toList())
                .isNotEmpty()
                .isSubsetOf(_find(Card.class).stream()
                        .flatMap(card -> card.getId().stream())
                        .toList());
        assertThat(links()).contains("https://github.com/conda-forge/governance");
    }

    @Test
    void linksToOtherPagesLeadToWhereTheyAreShown() {
        open("rules");

        assertThat(links()).contains("rules?page=conda-forge").noneMatch(link -> link.contains(".md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules?page=circle", "rules?page=%3Cimg%20src%3Dx%3E"})
    void saysWhichPagesThereAre(String address) {
        open(address);

        assertThat(page()).contains("There is no governance page", "There are plus-three, conda-forge, conda.");
    }

    @Test
    void showsAnExampleThatTheRuleContradicts() {
        var wrong = Policies.shipped()
                .getFirst()
                .page()
                .replaceFirst(
                        "\\| 22 \\| 12 \\| 1 \\| 0 \\| 7 d \\| - \\| rejected", "| 22 | 12 | 1 | 0 | 7 d | - | passed");
        var policies = new Policies(List.of(PolicyPage.read(wrong, "plus-three.md")));
        var item = policies.all().getFirst().items().getFirst();
        var cards = text(new com.vaadin.flow.component.html.Div(
                new PageCards(policies, policies.all().getFirst(), 5).cards().toArray(Card[]::new)));

        assertThat(item.contradictions()).hasSize(1);
        assertThat(cards)
                .containsSubsequence(
                        "A worked example contradicts the rule.",
                        "Line %d of the page"
                                .formatted(item.contradictions().getFirst().line()),
                        "with 22 active, 12 yes, 1 no and 0 abstaining it says “passed by consensus”;"
                                + " the rule says “rejected by consensus”.",
                        "✓ agrees",
                        "✗ says rejected by consensus");
    }

    @Test
    void asksTheDatabaseAsOftenForALongRosterAsForAShortOne() {
        open("login");
        var few = SqlCount.of(() -> open("rules?page=conda-forge"));
        for (int i = 0; i < 100; i++) {
            grove.member(Trees.name(48 + i), Grove.active(LocalDate.of(2020, 1, 1), null));
        }
        open("login");

        assertThat(SqlCount.of(() -> open("rules?page=conda-forge"))).hasSameSizeAs(few);
        assertThat(page()).contains("With 105 active members: 63 must take part; of 63, 38 must say yes.");
    }

    @Test
    void standsInTheNavigation() {
        open("rules");

        assertThat(_get(SideNav.class).getItems())
                .extracting(SideNavItem::getLabel)
                .contains("Rules");
    }
}
