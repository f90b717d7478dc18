package org.condaforge.quorate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The search box and its key, as somebody uses them.
@ExtendWith(Chromium.Installed.class)
class SearchIT {

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

    private static Locator field(Page page) {
        return page.locator(".q-search input:visible").first();
    }

    @Test
    void theKeyLeadsToTheBoxAndEnterToWhatIsFound() {
        Page page = chromium.window();
        Chromium.open(page, "/meetings");

        page.keyboard().press("/");
        assertThat(field(page)).isFocused();
        assertThat(field(page)).hasValue("");
        page.keyboard().type("CFEP-26");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/search\\?q=CFEP-26"));
        assertThat(page.locator("main .q-item").first()).containsText("CFEP-26");
        assertThat(page.locator("main mark").first()).isVisible();
        page.keyboard().press("/");
        assertThat(field(page)).isFocused();
    }

    @Test
    void theKeyIsALetterWhereSomebodyTypes() {
        Page page = chromium.window();
        Chromium.open(page, "/cfeps");
        Locator words = page.locator("main vaadin-text-field input").first();

        words.focus();
        page.keyboard().type("a/b");

        assertThat(words).isFocused();
        assertThat(words).hasValue("a/b");
        assertThat(field(page)).hasValue("");
    }

    @Test
    void aFoundPlaceIsShownInTheMinutes() {
        Page page = chromium.window();
        Chromium.open(page, "/search?q=CFEP-26&in=minutes");

        page.locator("main a.q-excerpt").first().click();

        page.waitForURL(Pattern.compile(".*/meetings/.*line=\\d+"));
        assertThat(page.locator(".q-found")).isInViewport();
    }

    @Test
    void theBoxFitsOnAPhone() {
        Page page = chromium.window(360, ColorScheme.LIGHT);
        Chromium.open(page, "/votes");

        assertThat(field(page)).isVisible();
        assertThat(field(page).boundingBox().width).isGreaterThan(40);
    }
}
