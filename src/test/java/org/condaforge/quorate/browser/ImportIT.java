package org.condaforge.quorate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.MAIN)).containsText("meeting 2016-05-11");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.MAIN)).containsText("Not recognised");
        assertThat(page.getByRole(AriaRole.MAIN).textContent()).contains("2016-05-04.md", "a shorter one");
    }
}
