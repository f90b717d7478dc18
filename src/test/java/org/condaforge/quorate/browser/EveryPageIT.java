package org.condaforge.quorate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every page, signed in and not, light and dark, wide and on a phone: nothing that axe finds, and no sideways
/// scrolling.
@ExtendWith(Chromium.Installed.class)
class EveryPageIT {

    /// A page of each kind: in force, only known, and items of every kind of rule, with a vote made up in the address.
    private static final List<String> RULES = List.of(
            "/rules?page=conda-forge",
            "/rules?page=conda",
            "/rules/consensus",
            "/rules/lock-thread",
            "/rules/secret-votes",
            "/rules/policy?active=24&yes=7&no=0&abstain=2&period=P8D",
            "/rules/cfep-approval?active=24&yes=6&no=4&abstain=1&period=P14D&presented=true&chat=start.middle.end"
                    + "&mail=start.middle.end&ended=true",
            "/rules/cfep-approval?active=200&yes=lots&no=40&abstain=3",
            "/rules/yarn");

    /// Search pages: before a search, with results, with filters, and without a result.
    private static final List<String> SEARCHES = List.of(
            "/journal",
            "/journal?kind=vote&q=cast",
            "/search",
            "/search?q=CFEP-26",
            "/search?q=mirror&in=minutes",
            "/search?q=zeppelin&in=votes&year=2019");

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> asACoreMember() {
        Page page = chromium.window();
        Chromium.signIn(page, "Alder");
        return Stream.concat(
                pages(page, "as a core member"),
                pages(
                        page,
                        "as a core member",
                        Stream.of(
                                "/members/access",
                                "/members/files",
                                "/members/alder?edit=true",
                                "/members?on=2020-01-01",
                                "/votes/new",
                                "/votes/new?cfep=22",
                                "/votes/new?policy=conda-forge&item=core-nomination",
                                "/votes/record?proposal=22",
                                "/cfeps?add=27",
                                "/cfeps?drift=true&as=board")));
    }

    @TestFactory
    Stream<DynamicTest> anonymouslyInTheDark() {
        return pages(chromium.window(1280, ColorScheme.DARK), "anonymously in the dark");
    }

    @TestFactory
    Stream<DynamicTest> onAPhone() {
        Page page = chromium.window(360, ColorScheme.LIGHT);
        Chromium.signIn(page, "Oak");
        return Stream.concat(
                pages(page, "on a phone"), pages(page, "on a phone", Stream.of("/votes/new", "/votes/record")));
    }

    private static Stream<DynamicTest> pages(Page page, String how) {
        return pages(page, how, Stream.concat(addresses(page).stream(), Stream.of("/login")));
    }

    private static Stream<DynamicTest> pages(Page page, String how, Stream<String> addresses) {
        return addresses
                .distinct()
                .map(path -> DynamicTest.dynamicTest(path + " " + how, () -> {
                    Chromium.open(page, path);
                    page.waitForLoadState();
                    assertThat(findings(page)).isEmpty();
                    assertThat(scrollsSideways(page)).as("scrolls sideways").isFalse();
                }));
    }

    /// The lists, and from each list the first page it leads to; every state of votes.
    private static List<String> addresses(Page page) {
        List<String> lists = List.of(
                "/",
                "/votes",
                "/cfeps",
                "/meetings",
                "/members",
                "/check-in",
                "/actions",
                "/rules",
                "/import",
                "/insights",
                "/meetings/next",
                "/votes/9999",
                "/forest/clearing");
        Stream<String> found = lists.subList(1, 7).stream().flatMap(list -> {
            Chromium.open(page, list);
            int most = list.equals("/votes") ? 14 : 2;
            return page.locator("main a[href*='" + list.substring(1) + "/']").all().stream()
                    .map(link -> "/" + String.valueOf(link.getAttribute("href")).replaceFirst("^/", ""))
                    .filter(href -> !href.contains("?") && !href.endsWith("/new"))
                    .distinct()
                    .limit(most);
        });
        return Stream.of(lists.stream(), found.toList().stream(), RULES.stream(), SEARCHES.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    static List<String> findings(Page page) {
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        return results.getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                .toList();
    }

    static boolean scrollsSideways(Page page) {
        return (boolean)
                page.evaluate(
                        "document.documentElement.scrollWidth > window.innerWidth"
                                + " || [...document.querySelectorAll('vaadin-app-layout, main')].some(e => e.scrollWidth > e.clientWidth + 1)");
    }
}
