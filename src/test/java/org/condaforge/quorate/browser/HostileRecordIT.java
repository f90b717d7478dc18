package org.condaforge.quorate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A record whose every file wants to run script in the pages that show it: nothing runs, nothing is loaded from
/// elsewhere, no link leads to script, and what was written shows as text.
@ExtendWith(Chromium.Installed.class)
class HostileRecordIT {

    private static final String HARM = "window.harmed=1;alert(1)";

    /// Ways to write script in HTML and Markdown, all in one line.
    private static final List<String> TRICKS = List.of(
            "<script>" + HARM + "</script>",
            "<SCRIPT SRC=https://evil.example/a.js></SCRIPT>",
            "<img src=x onerror=\"" + HARM + "\">",
            "<img src=https://evil.example/a.png>",
            "<svg onload=\"" + HARM + "\"><script>" + HARM + "</script></svg>",
            "<svg><a xlink:href=\"javascript:" + HARM + "\"><text>a</text></a></svg>",
            "<iframe srcdoc=\"<script>parent." + HARM + "</script>\"></iframe>",
            "<iframe src=\"javascript:parent." + HARM + "\"></iframe>",
            "<details open ontoggle=\"" + HARM + "\">d</details>",
            "<style>@import 'https://evil.example/a.css';</style>",
            "<link rel=stylesheet href=https://evil.example/b.css>",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
            "<base href=https://evil.example/>",
            "<form action=\"javascript:" + HARM + "\"><button>b</button></form>",
            "<a href=\"javascript:" + HARM + "\">html link</a>",
            "[script](javascript:" + HARM + ")",
            "[case](JaVaScRiPt:" + HARM + ")",
            "[entity](javascript&colon;" + HARM + ")",
            "[numbered](&#106;avascript&#58;" + HARM + ")",
            "[tab](java&Tab;script:" + HARM + ")",
            "[control](&#1;javascript:" + HARM + ")",
            "[angle](<javascript:" + HARM + ">)",
            "[vb](vbscript:" + HARM + ")",
            "[data](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[slashes](//evil.example/a)",
            "[title](https://example.org/ \"' onmouseover='" + HARM + "\")",
            "![image](javascript:" + HARM + ")",
            "![image](https://evil.example/b.png)",
            "![data](data:image/svg+xml,<svg/onload=" + HARM + ">)",
            "<javascript:" + HARM + ">",
            "<data:text/html,%3Cscript%3Ealert(1)%3C/script%3E>",
            "https://example.org/\"onmouseover=\"" + HARM,
            "[reference][harm]",
            "&lt;script&gt;" + HARM + "&lt;/script&gt;",
            "&#60;img src=x onerror=" + HARM + "&#62;",
            "`<script>" + HARM + "</script>`",
            "{{constructor.constructor('" + HARM + "')()}}",
            "${" + HARM + "}");

    private static final String DEFINITION = "\n[harm]: javascript:" + HARM + "\n";

    @TempDir
    static Path files;

    private static Chromium chromium;
    private static RunningApplication application;

    @BeforeAll
    static void importAndOpen() throws IOException, InterruptedException {
        write("core.csv", """
                github_username,name
                alder,Alder Ash
                birch,"Birch <img src=x onerror=%1$s>"
                cedar,"<script>%1$s</script>"
                dogwood,"[Dogwood](javascript:%1$s)"
                elm,"&lt;svg onload=%1$s&gt;"
                """.formatted(HARM));
        write("cfep-07.md", """
                <table>
                <tr><td> Title </td><td> Seeds <script>%1$s</script> &lt;img src=x onerror=%1$s&gt; </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Alder &lt;@alder&gt;; &lt;svg onload=%1$s&gt; </td></tr>
                <tr><td> Created </td><td> Mar 1, 2022 </td></tr>
                <tr><td> Discussion </td><td> <a href="javascript:%1$s">here</a> </td></tr>
                <tr><td> Implementation </td><td> [there](javascript:%1$s) </td></tr>
                </table>

                ## Abstract <img src=x onerror=%1$s>

                """.formatted(HARM) + String.join("\n\n", TRICKS) + "\n" + DEFINITION);
        write(
                "2022-05-04.md",
                """
                # 2022-05-04 <script>%1$s</script> [meeting](javascript:%1$s)

                ## Attendees

                | Name | Initials | GitHub ID | Affiliation |
                | --- | --- | --- | --- |
                | Alder Ash | AA | alder | <img src=x onerror=%1$s> |
                | <img src=x onerror=%1$s> | [B](javascript:%1$s) | javascript:alert | |
                | [Guest](javascript:%1$s) | GG | "><script>%1$s</script> | |

                ## Agenda
                ### Your __new__() agenda items
                """.formatted(HARM)
                        + lines("* [ ] (AA) CFEP-07 ")
                        + lines("    * ")
                        + "### Active votes\n" + lines("* CFEP-07 ")
                        + "### <svg onload=" + HARM + "> [heading](javascript:" + HARM + ")\n" + lines("* ")
                        + "## TODOs\n" + lines("* [ ] (<img src=x onerror=x>, AA) ") + lines("* [x] ")
                        + "\n## Notes\n\n" + String.join("\n\n", TRICKS) + "\n" + DEFINITION);
        write("2022_03_12_cfep-07.md", """
                # CFEP-07 Seeds <script>%1$s</script> <img src=x onerror=%1$s>

                ## https://github.com/grove/cfep/pull/7"onmouseover="%1$s

                %2$s

                ## Dates

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | 2022/03/08 15:30 |

                This PR falls under the <svg onload=%1$s> policy, please vote.

                | Direction | Count |
                | --- | ---: |
                | For | 4 |
                | Against | 1 |

                # Outcome

                This vote is deemed to have passed. <img src=x onerror=%1$s>
                """.formatted(HARM, String.join("\n\n", TRICKS)));
        application = RunningApplication.on(files);
        chromium = new Chromium();
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(files.resolve(name), text);
    }

    private static String lines(String start) {
        var lines = new StringBuilder();
        TRICKS.forEach(trick -> lines.append(start).append(trick).append('\n'));
        return lines.toString();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /// What a page did that it must not do.
    private final List<String> harm = new ArrayList<>();

    private Page watched() {
        Page page = chromium.window();
        String own = application.at("");
        page.onDialog(dialog -> {
            harm.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPopup(popup -> harm.add("a window: " + popup.url()));
        page.onRequest(request -> {
            String to = request.url();
            if (!to.startsWith(own + "/") && !to.startsWith("data:") && !to.startsWith("blob:" + own)) {
                harm.add("a request to " + to);
            }
        });
        page.onConsoleMessage(message -> {
            boolean trouble = message.type().equals("error") || message.type().equals("warning");
            if (trouble
                    && (message.text().contains("Content Security Policy")
                            || message.text().contains("Refused to"))) {
                harm.add("the console says: " + message.text());
            }
        });
        page.onPageError(error -> harm.add("an error: " + error));
        return page;
    }

    @TestFactory
    Stream<DynamicTest> noPageRunsWhatFilesSay() {
        Page page = watched();
        page.navigate(application.at("/login"));
        page.getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Alder Ash"))
                .first()
                .click();
        page.waitForURL(application.at("/"));
        List<String> addresses = new ArrayList<>(List.of(
                "/",
                "/meetings",
                "/meetings/2022-05-04",
                "/cfeps",
                "/cfeps/7",
                "/members",
                "/members/alder",
                "/members/birch",
                "/members/cedar",
                "/members/dogwood",
                "/votes",
                "/actions",
                "/search?q=script",
                "/search?q=onerror",
                "/search?q=%3Cscript%3Ewindow.harmed%3D1%3C%2Fscript%3E",
                "/meetings/2022-05-04?line=20"));
        addresses.add(first(page, "/votes", "main a[href*='votes/']:not([href$='/new'])"));
        addresses.add(first(page, "/actions", "main a[href*='actions/']"));
        return addresses.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    page.navigate(application.at(path));
                    page.waitForSelector("main h1");
                    page.waitForLoadState(LoadState.NETWORKIDLE);

                    assertThat(page.evaluate("window.harmed")).as("script ran").isNull();
                    assertThat(strings(page, FOREIGN)).as("elements of files").isEmpty();
                    assertThat(harm).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatWasWrittenShowsAsText() {
        Page page = watched();
        return Stream.of("/meetings/2022-05-04", "/cfeps/7")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    page.navigate(application.at(path));
                    page.waitForSelector("main h1");

                    assertThat(page.locator("main").innerText())
                            .contains(
                                    "<script>" + HARM + "</script>", "<img src=x onerror=\"" + HARM + "\">", "entity");
                    assertThat(harm).isEmpty();
                }));
    }

    private static String first(Page page, String list, String links) {
        page.navigate(application.at(list));
        page.waitForSelector("main h1");
        return "/"
                + String.valueOf(page.locator(links).first().getAttribute("href"))
                        .replaceFirst("^/", "");
    }

    /// Elements and attributes that no page of the application has in what it shows, and links to anything but pages.
    private static final String FOREIGN = """
            (() => {
              const found = [];
              const look = root => root.querySelectorAll('*').forEach(e => {
                if (e.shadowRoot) look(e.shadowRoot);
                if (!e.closest('main')) return;
                if (['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'IMG', 'FORM', 'META', 'BASE', 'LINK'].includes(e.tagName))
                  found.push(e.outerHTML.slice(0, 200));
                for (const a of e.attributes) {
                  if (/^on/i.test(a.name)) found.push(e.tagName + ' ' + a.name + '=' + a.value.slice(0, 100));
                  if (/^(href|src|xlink:href|action|formaction|srcdoc)$/i.test(a.name) && e.namespaceURI
                      && !/^(https?:|mailto:)/.test(e[a.name] && e[a.name].baseVal || e[a.name] || a.value)
                      && !/^#/.test(a.value))
                    found.push(e.tagName + ' ' + a.name + '=' + a.value.slice(0, 100));
                }
              });
              look(document);
              return found;
            })()""";

    @SuppressWarnings("unchecked")
    private static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
