package org.condaforge.quorate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Files dropped in a real browser: through the limits of the server, read, and shown line by line while the page is
/// open.
@ExtendWith(Chromium.Installed.class)
class ImportIT {

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

    @Test
    void readsWhatASecretaryUploads() {
        Page page = chromium.window();
        Chromium.signIn(page, "Alder");
        Chromium.open(page, "/import");

        String minutes = "# 2016-05-04 grove meeting\n\n## Attendees\n* Alder\n\n" + "Trees grow.\n".repeat(200_000);
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("2016-05-04.md", "text/markdown", minutes.getBytes(StandardCharsets.UTF_8)),
            new FilePayload(
                    "2016-05-11.md", "text/markdown", "# 2016-05-11\n\n## Agenda\n".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("photo.jpg", "image/jpeg", new byte[] {1, 2, 3})
        });

        page.waitForURL(url -> url.contains("run="));
        Locator main = page.getByRole(AriaRole.MAIN);
        PlaywrightAssertions.assertThat(main).containsText("a shorter one");
        PlaywrightAssertions.assertThat(main).containsText("Not recognised");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New 1"))
                .click();
        PlaywrightAssertions.assertThat(main).containsText("meeting 2016-05-11");
        for (int width : List.of(1280, 360)) {
            page.setViewportSize(width, 900);
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                    .as("scrolls sideways")
                    .isFalse();
        }
    }
}
