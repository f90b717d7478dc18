package org.condaforge.quorate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job, as two people do it side by side.
@ExtendWith(Chromium.Installed.class)
class VotingIT {

    private static final Pattern VOTE = Pattern.compile(".*/votes/\\d+");

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
    void aBallotCastInOneWindowMovesTheTallyInTheOther() {
        Page elm = chromium.window();
        Page hemlock = chromium.window();
        Chromium.signIn(elm, "Elm");
        Chromium.signIn(hemlock, "Hemlock");
        elm.getByText("CFEP-26").first().click();
        elm.waitForURL(VOTE);
        hemlock.navigate(elm.url());
        hemlock.waitForSelector("main h1");
        String before = tally(hemlock);

        elm.getByRole(AriaRole.RADIO).first().check();
        elm.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cast +1"))
                .click();

        assertThat(elm.getByText("You said +1. You can change it until the close."))
                .isVisible();
        assertThat(hemlock.locator(".q-tally svg")).not().hasAttribute("aria-label", before);
        assertThat(tally(hemlock)).isEqualTo(tally(elm));
    }

    @Test
    void aBallotIsChangedByKeyboardAlone() {
        Page linden = chromium.window();
        Chromium.signIn(linden, "Linden");
        linden.getByText("CFEP-26").first().click();
        linden.waitForURL(VOTE);
        linden.getByRole(AriaRole.RADIO).first().focus();
        linden.keyboard().press("Space");
        tabTo(linden, "Cast +1");
        linden.keyboard().press("Enter");
        assertThat(linden.getByText("You said +1.")).isVisible();

        linden.getByRole(AriaRole.RADIO).first().focus();
        linden.keyboard().press("ArrowDown");
        tabTo(linden, "Change to 0");
        linden.keyboard().press("Enter");
        assertThat(linden.getByText("You said 0.")).isVisible();
    }

    @Test
    void keysOfOneCharacterChooseAndWriteWhereOneWrites() {
        Page magnolia = chromium.window();
        Chromium.signIn(magnolia, "Magnolia");
        magnolia.getByText("CFEP-26").first().click();
        magnolia.waitForURL(VOTE);
        magnolia.getByRole(AriaRole.RADIO).first().focus();
        magnolia.keyboard().press("0");
        tabTo(magnolia, "Cast 0");
        magnolia.keyboard().press("1");
        magnolia.getByLabel("Comment, shown in the roll call").fill("");
        magnolia.getByLabel("Comment, shown in the roll call").pressSequentially("0 or 1?");
        magnolia.keyboard().press("Control+Enter");

        assertThat(magnolia.getByText("You said +1.")).isVisible();
        assertThat(magnolia.getByText("0 or 1?").first()).isVisible();
    }

    private static void tabTo(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .waitFor();
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate("document.activeElement.textContent");
            if (button.equals(String.valueOf(focused).strip())) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach “%s”".formatted(button));
    }

    private static String tally(Page page) {
        return String.valueOf(page.locator(".q-tally svg").getAttribute("aria-label"));
    }
}
