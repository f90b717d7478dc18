package org.condaforge.quorate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every drawing of the insights, light and dark, wide and on a phone: nothing that axe finds, also with its table
/// opened, and no sideways scrolling. Pictures are left in `target/insights`.
@ExtendWith(Chromium.Installed.class)
class InsightsIT {

    private static final List<String> DRAWINGS =
            List.of("participation", "turnout", "decisions", "quorum", "attendance");

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void canBeReadByEverybody(int width, ColorScheme scheme) {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.window(width, scheme);
            for (String drawing : DRAWINGS) {
                Chromium.open(page, "/insights?show=" + drawing + "&from=1000");
                page.waitForLoadState();
                page.locator("main details summary").all().forEach(summary -> summary.click());
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/insights/%s-%d-%s.png".formatted(drawing, width, scheme))));

                assertThat(new AxeBuilder(page)
                                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                        .analyze()
                                        .getViolations()
                                        .stream()
                                        .flatMap(rule -> rule.getNodes().stream()
                                                .map(node -> rule.getId() + ": " + node.getTarget() + " "
                                                        + node.getFailureSummary()))
                                        .toList())
                        .as(drawing)
                        .isEmpty();
                assertThat((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                        .as("%s scrolls sideways", drawing)
                        .isFalse();
            }
        }
    }
}
