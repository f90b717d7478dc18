package org.condaforge.quorate.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real browser: the Chromium of this machine.
final class Chromium implements AutoCloseable {

    /// Lets tests run where there is a Chromium, and says so where there is none.
    static final class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return executable().isPresent()
                    ? ConditionEvaluationResult.enabled("Chromium is here")
                    : ConditionEvaluationResult.disabled(
                            "No Chromium on this machine: install it or name it in QUORATE_BROWSER");
        }
    }

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-background-networking")));
    }

    private static Optional<Path> executable() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("QUORATE_BROWSER")).stream(),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/snap/bin/chromium",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A window of its own: other cookies than all others.
    Page window(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    Page window() {
        return window(1280, ColorScheme.LIGHT);
    }

    /// Signs the window in as that member, in demo mode.
    static void signIn(Page page, String name) {
        signIn(page, name, RunningApplication.get());
    }

    static void signIn(Page page, String name, RunningApplication application) {
        page.navigate(application.at("/login"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForURL(application.at("/"));
        page.waitForSelector("main h1");
    }

    /// Opens a page and waits until it is drawn.
    static void open(Page page, String path) {
        page.navigate(RunningApplication.get().at(path));
        page.waitForSelector("main h1");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
