package org.condaforge.quorate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A secret vote from its call to the line that a voter finds by their code, in a real browser.
@ExtendWith(Chromium.Installed.class)
class SecretVoteIT {

    private static final Pattern VOTE = Pattern.compile(".*/votes/\\d+");
    private static final List<String> VOTERS = List.of("Alder", "Ash", "Aspen", "Beech", "Birch");

    private static Chromium chromium;

    @TempDir
    Path data;

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
    void isCalledCastOpenedAndFoundAgain() throws Exception {
        RunningApplication application = RunningApplication.over(data);
        Page alder = chromium.window();
        Chromium.signIn(alder, "Alder", application);
        String path = call(alder, application);
        assertSound(alder);

        List<String> codes = new ArrayList<>();
        for (String voter : VOTERS) {
            codes.add(castAs(voter, application, path));
        }
        assertThat(codes).doesNotHaveDuplicates();
        Page anonymous = chromium.window(360, ColorScheme.DARK);
        anonymous.navigate(application.at(path));
        assertThat(anonymous.getByText("A sensitive vote takes place.")).isVisible();
        assertThat(anonymous.content()).doesNotContain("Quince", "core-nomination");
        assertSound(anonymous);

        application.stop();
        end(Long.parseLong(path.substring("/votes/".length())));
        application = RunningApplication.over(data);
        Page beech = chromium.window(360, ColorScheme.LIGHT);
        Chromium.signIn(beech, "Beech", application);
        beech.navigate(application.at(path));
        assertThat(beech.locator(".q-codes > *")).hasCount(VOTERS.size());
        assertSound(beech);
        Locator finder = beech.getByLabel("Find your line by its code");
        finder.fill(codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", ""));
        assertThat(beech.getByText("One ballot has it.")).isVisible();
        assertThat(beech.locator(".q-codes > *:visible")).hasCount(1);
        assertThat(beech.locator(".q-codes > *:visible")).containsText(codes.get(3));
        assertThat(beech.url()).isEqualTo(application.at(path));
        application.stop();
    }

    private static String call(Page page, RunningApplication application) {
        page.navigate(application.at("/votes/new?policy=conda-forge&item=core-nomination"));
        Locator whom = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Whom it is about"));
        whom.fill("quince");
        whom.press("Enter");
        page.getByLabel("Question, in one line").fill("Nominate Quince");
        page.getByLabel("Text that is voted on").fill("Quince has reviewed recipes for three years.");
        page.getByLabel("Justification").fill("Three years of reviews.");
        page.getByLabel("Justification").press("Tab");
        assertThat(page.getByText("It cannot open yet")).not().isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the vote"))
                .click();
        page.waitForURL(VOTE);
        return page.url().replaceFirst(".*(?=/votes/)", "");
    }

    /// By keyboard; all vote alike but one.
    private static String castAs(String voter, RunningApplication application, String path) {
        Page page = chromium.window();
        Chromium.signIn(page, voter, application);
        page.navigate(application.at(path));
        page.getByRole(AriaRole.RADIO).nth(voter.equals("Ash") ? 2 : 0).focus();
        page.keyboard().press("Space");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Seal and cast .*")))
                .focus();
        page.keyboard().press("Enter");
        String code = page.getByLabel("Your code").inputValue();
        page.reload();
        assertThat(page.getByText("Your code was shown once")).isVisible();
        assertThat(page.content()).doesNotContain(code);
        page.context().close();
        return code;
    }

    private static void assertSound(Page page) {
        page.waitForSelector("main h1");
        assertThat(EveryPageIT.findings(page)).isEmpty();
        assertThat(EveryPageIT.scrollsSideways(page)).isFalse();
    }

    /// Its deadline has come while the application was down, and so long ago that it lapses.
    private void end(long vote) throws SQLException {
        String address = "jdbc:h2:file:" + data.resolve("sample")
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE";
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        try (Connection connection = DriverManager.getConnection(address, "", "");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE vote SET opens_at = ?, closes_at = ?, planned_until = ? WHERE id = ?")) {
            update.setObject(1, now.minusDays(47));
            update.setObject(2, now.minusDays(40));
            update.setObject(3, now.minusDays(40));
            update.setLong(4, vote);
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
