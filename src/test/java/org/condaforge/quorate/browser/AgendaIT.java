package org.condaforge.quorate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The agenda of the next meeting is edited, copied and downloaded by keyboard alone.
@ExtendWith(Chromium.Installed.class)
class AgendaIT {

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
        return page.locator("#agenda-text textarea");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page opened() {
        Page page = chromium.window();
        Chromium.open(page, "/meetings/next");
        return page;
    }

    private static void write(Page page, String words) {
        field(page).focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(words);
    }

    @Test
    void copiesWhatStandsInTheField() {
        Page page = opened();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        write(page, "* [ ] (Alder) order lanterns");

        button(page, "Copy").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#agenda-copied")).hasText("Copied.");
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .startsWith("# 20")
                .endsWith("order lanterns");
    }

    @Test
    void selectsTheTextWhereTheBrowserDoesNotLetItCopy() {
        Page page = opened();
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
                + " document.execCommand = () => false; }");

        button(page, "Copy").click();

        assertThat(page.locator("#agenda-copied")).containsText("copy it with Ctrl+C");
        assertThat((boolean) page.evaluate("() => { const area = document.querySelector('#agenda-text textarea');"
                        + " return area.selectionStart === 0 && area.selectionEnd === area.value.length; }"))
                .isTrue();
    }

    @Test
    void showsAnEditInThePreviewAndKeepsItInThisBrowserOnly() {
        Page page = opened();
        write(page, "* [ ] (Alder) order lanterns");

        Locator preview = page.locator(".q-markdown");
        assertThat(preview).containsText("order lanterns");
        page.reload();
        assertThat(preview).containsText("order lanterns");
        assertThat(opened().locator(".q-markdown")).not().containsText("order lanterns");
        button(page, "Start again from the record").click();
        assertThat(preview).not().containsText("order lanterns");
    }

    @Test
    void downloadsTheFileUnderTheNameOfItsDay() throws IOException {
        Page page = opened();
        write(page, "* [ ] (Alder) order lanterns");
        assertThat(page.locator(".q-markdown")).containsText("order lanterns");
        Locator link = page.getByText("Download 20");

        Download download = page.waitForDownload(link::click);

        assertThat(download.suggestedFilename()).matches("\\d{4}-\\d{2}-\\d{2}\\.md");
        assertThat(Files.readString(download.path()))
                .startsWith("# " + download.suggestedFilename().replace(".md", "") + " core meeting\n")
                .endsWith("order lanterns");
    }
}
