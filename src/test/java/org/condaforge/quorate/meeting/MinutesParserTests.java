package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.condaforge.quorate.RealData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MinutesParserTests {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 4);

    private static Minutes read(String body) {
        try {
            return MinutesParser.parse("# 2022-05-04 grove meeting\n\n" + body, "2022-05-04.md");
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # 2022-05-04 grove meeting          | x.md              | 2022-05-04 grove meeting
                    # grove meeting 2022-05-04          | 2022-05-04.md     | grove meeting 2022-05-04
                    # Grove\\n# 2022-05-04: General      | x.md              | 2022-05-04: General
                    [pad](https://example.org)\\n\\n# 2022-05-04 | x.md       | 2022-05-04
                    ---\\ntitle: '2022-05-04'\\n---\\nHi  | x.md              | 2022-05-04
                    # Grove meeting                     | notes/2022-05.04.md | Grove meeting
                    Nothing but text                    | 2022-05-04.md     | 2022-05-04
                    """)
    void findsTheDateInTitleFrontMatterOrFileName(String text, String name, String title) throws UnreadableMinutes {
        var minutes = MinutesParser.parse(text.replace("\\n", "\n"), name);

        assertThat(minutes.date()).isEqualTo(DAY);
        assertThat(minutes.title()).isEqualTo(title);
    }

    @Test
    void refusesTextWithoutDate() {
        assertThatThrownBy(() -> MinutesParser.parse("# Grove meeting\n## 2022-05-04\n", "grove.md"))
                .isInstanceOf(UnreadableMinutes.class)
                .hasMessageContaining("date");
    }

    @Test
    void believesTheTitleMoreThanTheFileName() throws UnreadableMinutes {
        var minutes = MinutesParser.parse("\n# 2022-05-04\n", "2022-05-05.md");

        assertThat(minutes.date()).isEqualTo(DAY);
        assertThat(minutes.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("2022-05-05");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Attendees\n\n- Alder\n- Birch B. Bark\n- [Cedar](https://example.org)\n",
                "## Attendees\n    * Alder\n    * Birch B. Bark\n    * Cedar\n### Standing items\n* [ ] Dogwood\n",
                "## Attendees\n\nAlder, Birch B. Bark, Cedar\n",
                "**Attendees**\n\n*   Alder,  Birch B. Bark, **Cedar**\n*   **Apologies**\n*   Dogwood\n",
                "**Attendees**\nAlder\n\nBirch B. Bark\n\n[Cedar](https://example.org)\n\n**Notes**\n\n* Dogwood\n",
                "Attendees: Alder, Birch B. Bark, Cedar\n\nAgenda:\n\n* Dogwood\n",
                "## Attendees\n1. Alder\n2. Birch B. Bark\n3) Cedar\n",
                "### Attendees:\n+ [x] Alder\n\t+ [ ] Birch B. Bark\n+ Cedar  \n",
                "__Attendees__\nAlder, Birch B. Bark\nCedar\n\n## Attendees\n* Dogwood\n",
                "## Attendees\nList the attendees for the meeting\n* Alder\n* Birch B. Bark\n* Cedar\n* \n\nX people total\n"
            })
    void readsAttendeesFromLists(String body) {
        assertThat(read(body).attendees())
                .extracting(Minutes.Attendee::name)
                .containsExactly("Alder", "Birch B. Bark", "Cedar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Agenda 2022-05-04\n\n###\n* [ ] (AB) dig\n",
                "## Agenda 2022-05-04\n\n### \u001c\n* [ ] (AB) dig\n"
            })
    void callsASectionAgendaWhoseHeadingSaysNothing(String body) {
        assertThat(read(body).agendaItems())
                .extracting(Minutes.AgendaItem::section)
                .containsExactly("agenda");
    }

    @Test
    void readsAttendeesFromTables() {
        var minutes = read("""
                ## Attendees

                | Name   | Initials | GitHub ID | Affiliation |
                | ------ | -------- | --------- | ----------- |
                | Alder  | ALD      | @alder    | Grove / cf  |
                | *Birch* |         |           |             |
                |        |          |           |             |
                |        | CDR      | cedar     |             |

                15 people total
                """);

        assertThat(minutes.attendees())
                .containsExactly(
                        new Minutes.Attendee("Alder", Optional.of("alder"), Optional.of("ALD"), 7),
                        new Minutes.Attendee("Birch", Optional.empty(), Optional.empty(), 8));
        assertThat(minutes.problems()).extracting(Minutes.Problem::line).contains(10);
    }

    @Test
    void readsInitialsAndLoginsInParentheses() {
        assertThat(read("""
                ## Attendees
                * Alder A. (AA), Grove
                * Birch (birch-tree)
                * Cedar (Conifer)
                * @dogwood
                """).attendees())
                .containsExactly(
                        new Minutes.Attendee("Alder A.", Optional.empty(), Optional.of("AA"), 4),
                        new Minutes.Attendee("Birch", Optional.of("birch-tree"), Optional.empty(), 5),
                        new Minutes.Attendee("Cedar (Conifer)", Optional.empty(), Optional.empty(), 6),
                        new Minutes.Attendee("@dogwood", Optional.of("dogwood"), Optional.empty(), 7));
    }

    @Test
    void readsAttendeesFromTablesWithBulletsAndRowsBelow() {
        var minutes = read("""
                ## Attendees

                | GitHub ID | Name |
                | --------- | ---- |
                | alder     | Alder Ash |
                |           |      |

                | birch | Birch Bark |
                | ----- | ---------- |

                | @cedar | Cedar |

                + Dogwood
                1 people total
                """);

        assertThat(minutes.attendees())
                .extracting(attendee -> attendee.name() + " " + attendee.login().orElse(""))
                .containsExactly("Alder Ash alder", "Birch Bark birch", "Cedar cedar", "Dogwood ");
    }

    @Test
    void reportsListsOfAttendeesThatAreCalledOtherwise() {
        assertThat(read("**Attendance**\nAlder, Birch\n\n* seeds\n").problems())
                .extracting(Minutes.Problem::line)
                .containsExactly(3);
    }

    @Test
    void reportsTextThatIsNoAttendee() {
        var minutes = read("## Attendees\n\nwe were all in the forest that day\n");

        assertThat(minutes.attendees()).isEmpty();
        assertThat(minutes.problems()).extracting(Minutes.Problem::line).contains(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    * [x] (FF) Water the `oaks`        | true  | FF      | Water the oaks
                    - [X] AB: [Prune](https://e.org)   | true  | AB      | Prune
                    - [ ] (AB): ~~Fell~~ trees         | false | AB      | Fell trees
                    * (AB via CD) Seeds                |       | AB+CD   | Seeds
                    * [ ] (AB/CD) Seeds                | false | AB+CD   | Seeds
                    * (AB & CD) Seeds                  |       | AB+CD   | Seeds
                    * [AB] Seeds                       |       | AB      | Seeds
                    * [AB](https://e.org) Seeds        |       |         | AB Seeds
                    [ ] () Seeds                       | false |         | Seeds
                    * ( ) [ ] Seeds                    | false |         | Seeds
                    * TODO: Seeds                      |       |         | TODO: Seeds
                    * [ ] (AB)                         | false | AB      | ''
                    """)
    void readsItemsOfTheAgendaInAllForms(
            String line, @Nullable Boolean done, @Nullable String presenters, String text) {
        assertThat(read("## Agenda\n### Your __new__() agenda items\n" + line + "\n    * below\n")
                        .agendaItems())
                .containsExactly(new Minutes.AgendaItem(
                        "new",
                        Optional.ofNullable(done),
                        presenters == null ? List.of() : List.of(presenters.split("\\+", -1)),
                        text,
                        5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Your __new__() agenda items",
                "# Your agenda items",
                "###### Your **new** agenda items:",
                "### Your `__new__()` Agenda Items ",
                "### New agenda items ###",
                "### Agenda items (new)\n#### Your agenda items\t"
            })
    void knowsTheAgendaByTheEndOfItsHeading(String heading) {
        assertThat(read("## Agenda\n" + heading + "\n+ [x] (AB) Seeds   \n").agendaItems())
                .extracting(item -> item.section() + " " + item.done().orElse(null) + item.presenters() + item.text())
                .containsExactly("new true[AB]Seeds");
    }

    @Test
    void readsWindowsLinesAsOthers() throws UnreadableMinutes {
        var text = """
                ---
                title: 'a day'
                ---
                # 2022-05-04 grove meeting

                ## Attendees

                | Name | Initials | GitHub ID |
                | --- | --- | --- |
                | Alder | AA | alder |

                ## Agenda
                ### Your __new__() agenda items
                * [ ] (AA) Seeds
                    - below

                ## TODOs
                * [x] (AA) dig
                """;

        assertThat(MinutesParser.parse(text.replace("\n", "\r\n"), "2022-05-04.md"))
                .isEqualTo(MinutesParser.parse(text, "2022-05-04.md"));
    }

    @Test
    void keepsOverlongFieldsAsTextAndTellsOfThem() throws UnreadableMinutes {
        var minutes = MinutesParser.parse(
                "# 2022-05-04 " + "oak ".repeat(100) + "\n## Agenda\n* (" + "AB/".repeat(100) + "AB) Seeds\n"
                        + "* [" + "CD ".repeat(100) + "] Roots\n## " + "elm ".repeat(30) + "\n* Soil\n"
                        + "## TODOs\n* [ ] (" + "Birch, ".repeat(100) + ") dig\n* [ ] " + "a".repeat(20_000)
                        + " https://github.com/" + "a".repeat(300) + "/oak/pull/1\n",
                "2022-05-04.md");

        assertThat(minutes.title()).hasSize(300);
        assertThat(minutes.agendaItems())
                .extracting(item -> item.presenters().size() + item.text().substring(0, 4))
                .containsExactly("0(AB/", "0[CD ", "0Soil");
        assertThat(minutes.agendaItems().getLast().section()).hasSizeLessThanOrEqualTo(100);
        assertThat(minutes.actionItems().getFirst().text())
                .startsWith("(Birch, Birch")
                .endsWith(") dig");
        assertThat(minutes.actionItems().getLast().text()).hasSize(10_000);
        assertThat(minutes.pullRequestLinks()).isZero();
        assertThat(minutes.problems()).extracting(Minutes.Problem::line).containsExactly(1, 3, 4, 5, 8, 9);
    }

    @Test
    void reportsLinesThatAreNearlyMore() {
        assertThat(read("""
                        ## Agenda
                        1. [ ] numbered
                        ##TODOs
                        [AB] no bullet
                        (AB/CD): no bullet
                        [AB](https://example.org) a link
                        1. plain
                        #20 is done
                        * [x](AB) no space
                        * [-] neither
                        *[x] no space
                        • [ ] another bullet
                        * [x](https://example.org) a link
                        """).problems()).extracting(Minutes.Problem::line).containsExactly(4, 5, 6, 7, 11, 12, 13, 14);
    }

    @Test
    void putsItemsIntoTheSectionsOfTheAgenda() {
        var minutes = read("""
                ## Agenda 2022-05-04
                * before
                ### Standing items
                * [x] intros
                    * nobody
                #### From previous meeting(s)
                * old
                ### Your `__new__()` agenda items
                * fresh
                 * fresh too
                ##### Stuff from last week that we didn't get to
                * also fresh
                - [ ]
                ### Pushed to next meeting
                * later
                ### Active votes
                * on seeds
                ### CFEP updates
                #### Open PRs
                * [cfep-04](https://example.org) Trees
                ### Forest fires
                * none
                ### TODOs
                * [ ] not on the agenda
                ## Agenda 2022-04-20
                ### Your __new__() agenda items
                * carried
                """);

        assertThat(minutes.agendaItems())
                .extracting(item -> item.section() + ": " + item.text())
                .containsExactly(
                        "Agenda 2022-05-04: before",
                        "standing: intros",
                        "previous: old",
                        "new: fresh",
                        "new: fresh too",
                        "new: also fresh",
                        "pushed: later",
                        "votes: on seeds",
                        "cfeps: cfep-04 Trees",
                        "Forest fires: none");
        assertThat(minutes.carriedAgendas()).containsExactly(LocalDate.of(2022, 4, 20));
        assertThat(minutes.actionItems()).extracting(Minutes.ActionItem::text).containsExactly("not on the agenda");
    }

    @Test
    void saysThatThereIsNoAgenda() {
        assertThat(read("Just text.\n").problems())
                .extracting(Minutes.Problem::message)
                .containsExactly("There is no agenda under headings that are known.");
    }

    @Test
    void readsAgendasUnderBoldLines() {
        var minutes = read("""
                **Attendees**
                Alder, Birch

                **Pinned Items**

                - [pad](https://example.org)
                ----------
                **New items**

                - ~~Fell~~ trees
                    - **Roots**

                __Previous items__
                * [x] (AB) Seeds

                Notes:

                * CD: Soil
                """);

        assertThat(minutes.attendees()).extracting(Minutes.Attendee::name).containsExactly("Alder", "Birch");
        assertThat(minutes.agendaItems())
                .containsExactly(
                        new Minutes.AgendaItem("Pinned Items", Optional.empty(), List.of(), "pad", 8),
                        new Minutes.AgendaItem("New items", Optional.empty(), List.of(), "Fell trees", 12),
                        new Minutes.AgendaItem("previous", Optional.of(true), List.of("AB"), "Seeds", 16),
                        new Minutes.AgendaItem("Notes", Optional.empty(), List.of("CD"), "Soil", 20));
        assertThat(minutes.problems()).isEmpty();
    }

    @Test
    void readsAgendasBelowTheTitleOrAnyHeading() {
        assertThat(read("- Oaks\n    - old\n- Elms\n").agendaItems())
                .extracting(item -> item.section() + ": " + item.text())
                .containsExactly("2022-05-04 grove meeting: Oaks", "2022-05-04 grove meeting: Elms");
        assertThat(read("## Soil\nIt is dry.\n## Oaks\n- old\n## Nothing\n\n## Action items\n[ ] water\n")
                        .agendaItems())
                .extracting(item -> item.section() + ": " + item.text())
                .containsExactly("topics: Soil", "Oaks: old");
    }

    @Test
    void keepsToHeadingsWhereThereAreSome() {
        assertThat(read("""
                        * [ ] the room is A12
                        ## Agenda
                        **New items**
                        * Oaks
                        ## Discussion
                        Prose.
                        **Later**
                        * Elms
                        ## Next meeting
                        soon
                        """).agendaItems())
                .extracting(item -> item.section() + ": " + item.text())
                .containsExactly("Agenda: Oaks", "Later: Elms");
    }

    @Test
    void reportsWhatItKeepsAsText() {
        var minutes = read("""
                ## Agenda 2022-99-01
                * [x]dig
                * []
                * [x](https://example.org)

                | leaf | colour |
                | ---- | ------ |
                | oak  | red    |

                ## TODOs
                * (AB) plant
                * 2022-05-04
                * Grove
                    * [ ] water
                        * slowly
                ## Attendees
                * Alder
                ## Attendees
                * Birch
                """);

        assertThat(minutes.problems()).extracting(Minutes.Problem::line).containsExactly(3, 4, 5, 8, 13, 20);
        assertThat(minutes.problems())
                .extracting(Minutes.Problem::message)
                .allSatisfy(message -> assertThat(message).endsWith("."));
    }

    @Test
    void readsLinksToPullRequestsAndIssuesWithTheItemTheyStandIn() {
        var minutes = read("""
                ## Agenda
                * [Oaks](https://github.com/grove/oak/pull/1/files) and https://github.com/grove/oak/issues/1
                    * https://GitHub.com/grove/oak/pull/1#discussion
                * again https://github.com/grove/oak/pull/1
                """);

        assertThat(minutes.threads())
                .extracting(link -> "%s %s %d | %s | %d"
                        .formatted(link.repository(), link.kind(), link.number(), link.item(), link.line()))
                .containsExactly(
                        "grove/oak PULL_REQUEST 1 | Oaks and https://github.com/grove/oak/issues/1 | 4",
                        "grove/oak ISSUE 1 | Oaks and https://github.com/grove/oak/issues/1 | 4",
                        "grove/oak PULL_REQUEST 1 | again https://github.com/grove/oak/pull/1 | 6");
        assertThat(minutes.pullRequestLinks()).isEqualTo(2);
    }

    @Test
    void readsWhoIsNamed() {
        var minutes = read("""
                ## Attendees
                * Alder A. (AA)
                ## Agenda
                * (AA) Oaks with @birch, not oak@example.org nor @grove/core
                    * AA and @birch again, CI too
                * @birch
                """);

        assertThat(minutes.people())
                .extracting(person -> person.written() + " | " + person.item() + " | " + person.line())
                .containsExactly(
                        "@birch | Oaks with @birch, not oak@example.org nor @grove/core | 6",
                        "AA | Oaks with @birch, not oak@example.org nor @grove/core | 6",
                        "@birch | @birch | 8");
    }

    @Test
    void readsOpenVotesFromBothPlaces() {
        var minutes = read("""
                ### Standing items
                * [x] (AB) open votes
                    * [x] (CD) Birch to core
                        * soon
                    * None yet
                * [ ] budget
                    * none
                ### Active votes
                * cfep-21 seeds
                    * ends May 9, 2022
                * none
                """);

        assertThat(minutes.openVotes()).containsExactly("(CD) Birch to core", "cfep-21 seeds");
        assertThat(minutes.votes())
                .containsExactly(new Minutes.StatedVote(21, LocalDate.of(2022, 5, 9), "ends May 9, 2022", 12));
    }

    @Test
    void readsActionItemsAtAnyDepth() {
        var minutes = read("""
                ### TODOs
                2022-04-01
                * (AB) no box
                    * [ ] (AB/C. Cedar, D) plant
                    \u00a0 * ( ) [ ] dig
                        - [X] (???): water **well**
                [x] bare
                * TODO (AB) [ ] not at the start
                * [ ] ()
                **Bold**
                ```
                * [ ] code
                ```
                #### Below
                * [ ] Birch: rest
                ### Other
                * [ ] none of them
                ## Check in on previous action items
                * [ ] last
                """);

        assertThat(minutes.actionItems())
                .containsExactly(
                        new Minutes.ActionItem(false, List.of("AB", "C. Cedar", "D"), "plant", 6),
                        new Minutes.ActionItem(false, List.of(), "dig", 7),
                        new Minutes.ActionItem(true, List.of("???"), "water well", 8),
                        new Minutes.ActionItem(true, List.of(), "bare", 9),
                        new Minutes.ActionItem(false, List.of(), "Birch: rest", 17),
                        new Minutes.ActionItem(false, List.of(), "last", 21));
    }

    @Test
    void mentionsEachCfepOncePerItem() {
        var minutes = read("""
                As CFEP 01 says, so CFEP-1.
                ## Agenda
                * (AB) [cfep-12](https://example.org/cfep/pull/23) seeds
                    * CFEP-12 again, and CFEP5
                * cfep issue #20

                CFEP-12 outside
                #### cfep-08 Too tall
                * fell
                """);

        assertThat(minutes.mentions())
                .extracting(mention -> mention.cfep() + " | " + mention.item() + " | " + mention.line())
                .containsExactly(
                        "1 | 2022-05-04 grove meeting | 3",
                        "12 | cfep-12 seeds | 5",
                        "5 | cfep-12 seeds | 6",
                        "12 | Agenda | 9",
                        "8 | cfep-08 Too tall | 10");
        assertThat(minutes.mentions().getFirst().excerpt()).isEqualTo("As CFEP 01 says, so CFEP-1.");
    }

    @Test
    void cutsExcerptsBetweenWords() {
        var minutes = read("* " + "leaf ".repeat(100) + "CFEP-07 " + "root ".repeat(100) + "\n");

        assertThat(minutes.mentions())
                .singleElement()
                .satisfies(mention -> assertThat(mention.excerpt())
                        .hasSizeBetween(150, 200)
                        .startsWith("leaf ")
                        .contains("CFEP-07")
                        .endsWith(" root"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Active vote, ends on 2022-05-20         | 2022-05-20
                    Vote ended on 2022-05-20. And then?     | 2022-05-20
                    voting is open until May 20, 2022       | 2022-05-20
                    The vote opened 2022-05-01, closes 2022-05-20 | 2022-05-20
                    """)
    void readsStatedEndsOfVotes(String line, LocalDate end) {
        assertThat(read("### CFEPs\n* [cfep-12](https://example.org) seeds\n    * " + line + "\n")
                        .votes())
                .containsExactly(new Minutes.StatedVote(12, end, line, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The meeting ends on 2022-05-20", "Vote later, stalled since 2022-05-20", "Active vote"})
    void takesNothingElseForTheEndOfVotes(String line) {
        assertThat(read("### CFEPs\n* cfep-12 seeds\n    * " + line + "\n").votes())
                .isEmpty();
    }

    @Test
    void reportsVotesThatAreNotAboutExactlyOneCfep() {
        var minutes = read("## Agenda\n* cfep-12 and cfep-13\n    * Vote ends 2022-05-20\n");

        assertThat(minutes.votes()).isEmpty();
        assertThat(minutes.problems()).extracting(Minutes.Problem::line).containsExactly(5);
    }

    @Test
    void countsDifferentPullRequestsAndIssues() {
        assertThat(read("""
                https://github.com/grove/oak/pull/1 and https://github.com/Grove/Oak/pull/1/files
                [issue](https://github.com/grove/oak/issues/1#issuecomment-2)
                https://github.com/grove/oak/pulls
                """).pullRequestLinks()).isEqualTo(2);
    }

    @Test
    void reportsCodeThatNothingEnds() {
        assertThat(read("## Agenda\n* one\n\n```\n* two\n").problems())
                .extracting(Minutes.Problem::line)
                .containsExactly(6);
    }

    @Test
    void readsDeepAndLongTextInTime() {
        var deep = new StringBuilder("## TODOs\n");
        for (int depth = 0; depth < 3_000; depth++) {
            deep.append(" ".repeat(2 * depth))
                    .append("* [ ] CFEP-")
                    .append(depth % 100)
                    .append('\n');
        }
        deep.append("\n* [ ] ").append("*a **b ".repeat(20_000)).append('\n');
        deep.append("> ".repeat(20_000)).append("leaf\n");

        assertThat(read(deep.toString()).actionItems()).hasSize(3_001);
    }

    @Test
    void readsTheSeedExactly() throws UnreadableMinutes {
        var minutes = MinutesParser.parse(RealData.text("seed/2021-10-20.md"), "2021-10-20.md");

        assertAgrees(minutes, "2021-10-20");
        assertThat(minutes.problems())
                .as("action items without a box")
                .allSatisfy(problem -> assertThat(problem.message()).contains("no checkbox"))
                .extracting(Minutes.Problem::line)
                .containsExactly(194, 216, 219);
        assertThat(minutes.votes())
                .extracting(vote -> vote.cfep() + " " + vote.endsOn() + " " + vote.line())
                .containsExactly("12 2020-03-11 181");
        assertThat(minutes.agendaItems())
                .extracting(Minutes.AgendaItem::section)
                .containsOnly("standing", "previous", "new");
    }

    @Test
    void readsAllRealMinutesThatHaveBeenReadByHand() throws IOException, UnreadableMinutes {
        for (var truth : files("truth/minutes", ".json")) {
            var date = truth.getFileName().toString().replace(".json", "");
            var name = "minutes/" + date + ".md";
            assertAgrees(MinutesParser.parse(RealData.text(name), name), date);
        }
    }

    @Test
    void readsAllRealMinutes() throws IOException, UnreadableMinutes {
        for (var file : files("minutes", ".md")) {
            var minutes = MinutesParser.parse(Files.readString(file), file.toString());
            assertThat(file).hasFileName(minutes.date() + ".md");
            assertThat(minutes.agendaItems()).as(file.toString()).isNotEmpty();
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.list(RealData.path(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /// Compares with the reading by hand, whose texts are cut and whose presenters are not split.
    private static void assertAgrees(Minutes minutes, String date) {
        var truth = JsonMapper.builder().build().readTree(RealData.text("truth/minutes/" + date + ".json"));
        var softly = new SoftAssertions();
        softly.assertThat(minutes.date()).hasToString(truth.get("date").asString());
        softly.assertThat(minutes.title()).isEqualTo(truth.get("title").asString());
        softly.assertThat(minutes.attendees().stream().map(Minutes.Attendee::name))
                .as("attendees of " + date)
                .containsExactlyElementsOf(strings(truth.get("attendees")));
        softly.assertThat(minutes.mentions().stream()
                        .map(mention -> "" + mention.cfep())
                        .distinct())
                .as("CFEPs of " + date)
                .containsExactlyInAnyOrderElementsOf(strings(truth.get("cfeps")));
        softly.assertThat(minutes.openVotes().stream().map(MinutesParserTests::cut))
                .as("open votes of " + date)
                .containsExactlyElementsOf(strings(truth.get("open_votes")));
        var actions = new ArrayList<Map<String, Object>>();
        for (var item : truth.get("action_items")) {
            actions.add(Map.of(
                    "done", item.get("done").asBoolean(),
                    "owners", strings(item.get("owners")),
                    "text", item.get("text").asString()));
        }
        softly.assertThat(minutes.actionItems().stream()
                        .map(item -> Map.<String, Object>of(
                                "done", item.done(), "owners", item.owners(), "text", cut(item.text()))))
                .as("action items of " + date)
                .containsExactlyElementsOf(actions);
        var agenda = new ArrayList<List<Object>>();
        for (var item : truth.get("agenda_items")) {
            var presenter = item.get("presenter");
            agenda.add(List.of(
                    item.get("done").isNull() ? "" : item.get("done").asBoolean(),
                    presenter.isNull() ? List.of() : names(presenter.asString()),
                    item.get("text").asString()));
        }
        softly.assertThat(minutes.agendaItems().stream()
                        .filter(item -> item.section().equals("new"))
                        .map(item -> List.<Object>of(
                                item.done().<Object>map(done -> done).orElse(""), item.presenters(), cut(item.text()))))
                .as("agenda items of " + date)
                .containsExactlyElementsOf(agenda);
        softly.assertThat(minutes.pullRequestLinks())
                .as("links of " + date)
                .isEqualTo(truth.get("pr_links").asInt());
        softly.assertThat(minutes.carriedAgendas().stream().map(LocalDate::toString))
                .as("carried agendas of " + date)
                .containsExactlyElementsOf(strings(truth.get("carried_agendas")));
        softly.assertAll();
    }

    /// The presenters that the reading by hand leaves in one string, split by hand.
    private static List<String> names(String presenter) {
        return presenter.equals("CA & DH") ? List.of("CA", "DH") : List.of(presenter);
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(value -> strings.add(value.asString()));
        return strings;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 60));
    }
}
