package org.condaforge.quorate.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPageTests {

    @Test
    void readsThePolicy() {
        var policy = PolicyPage.read(PageText.CIRCLE, "circle.md");
        assertThat(policy.name()).isEqualTo("circle");
        assertThat(policy.title()).isEqualTo("The knitting circle");
        assertThat(policy.revision()).isEqualTo("3");
        assertThat(policy.emeritusMayVote()).isFalse();
        assertThat(policy.roster()).isEqualTo(RosterDate.CLOSING);
        assertThat(policy.deadline()).isEqualTo(Deadline.ANYWHERE_ON_EARTH);
        assertThat(policy.minimumPeriod()).isEqualTo(Duration.ofHours(24));
        assertThat(policy.defaultPeriod()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.page()).isEqualTo(PageText.CIRCLE);
    }

    @Test
    void readsAnItemWithItsRuleRestrictionsAndExamples() {
        var item = PolicyPage.read(PageText.CIRCLE, "circle.md").item("yarn").orElseThrow();
        Rule rule = new Majority(Threshold.parse("more than 50%"), Set.of(Route.STANDARD, Route.TIME_OUT), 5);
        assertThat(item)
                .isEqualTo(new VotingItem(
                        "circle",
                        "yarn",
                        "Choice of yarn",
                        Classification.SENSITIVE,
                        Optional.of(rule),
                        new Restrictions(Duration.ofDays(2), true, true, List.of("colour", "price"), true, true),
                        Subject.MEMBER,
                        List.of(
                                new Example(
                                        10,
                                        new Tally(3, 2, 0),
                                        Duration.ofDays(7),
                                        false,
                                        "passed",
                                        Optional.of(Route.STANDARD),
                                        "",
                                        40),
                                new Example(
                                        10,
                                        new Tally(2, 2, 0),
                                        Duration.ofDays(14),
                                        true,
                                        "inquorate",
                                        Optional.empty(),
                                        "",
                                        41)),
                        19));
        assertThat(item.contradictions()).isEmpty();
    }

    @Test
    void takesTheMinimumQuorumOfTheRuleBeforeThatOfThePage() {
        var page = PageText.CIRCLE.replace("  majority: more", "  minimum-quorum: 3\n  majority: more");
        assertThat(PolicyPage.read(page, "circle.md").items().getFirst().rule())
                .get()
                .isInstanceOfSatisfying(
                        Majority.class, rule -> assertThat(rule.minimumQuorum()).isEqualTo(3));
    }

    /// Each row puts one thing wrong, and nothing but that is complained of.
    @ParameterizedTest(name = "{1}: found {3}")
    @MethodSource("mistakes")
    void tellsLineFoundAndExpected(String right, String wrong, int line, String found, String expected) {
        assertThat(errors(PageText.with(right, wrong)))
                .containsExactly(new PageError("circle.md", line, found, expected));
    }

    static Stream<Arguments> mistakes() {
        var name = "a name in lower case such as cfep-approval, of at most 60 characters";
        var text = "a text on one line of at most 200 characters";
        var count = "a whole number up to 999999";
        var plain = "the value without it";
        var period = "a period in hours or days such as 24 h or 7 d";
        var header = "| active | yes | no | abstain | period | time-out | outcome | route |, and why if you like";
        var fronts =
                "one of policy, title, revision, deadline, minimum-quorum, active-votes-per-item, time-out-notices,"
                        + " electorate, periods, call-text, reminder-text, check-in";
        var routes = "standard, and other routes at most once each";
        return Stream.of(
                arguments("policy: circle", "policy: Circle!", 4, "'Circle!'", name),
                arguments("title: The knitting circle", "title: ''", 5, "nothing", text),
                arguments("title: The knitting circle", "title: {}", 5, "keys and values", text),
                arguments(
                        "revision: 3\n",
                        "",
                        4,
                        "no 'revision'",
                        "revision: a text on one line of at most 60 characters"),
                arguments(
                        "revision: 3",
                        "revision: " + "3".repeat(61),
                        6,
                        quoted("3", 61),
                        "a text on one line of at most 60 characters"),
                arguments("policy: circle", "policy: " + "c".repeat(61), 4, quoted("c", 61), name),
                arguments("title: The knitting circle", "title: " + "k".repeat(201), 5, quoted("k", 201), text),
                arguments("title: The knitting circle", "title: |\n  The\n  circle", 5, "'The circle '", text),
                arguments("title: The knitting circle", "title: \"\\e[31mred\"", 5, "' [31mred'", text),
                arguments(
                        "title: The knitting circle",
                        "title: The\u2028circle",
                        5,
                        "the character U+2028",
                        "text that one can see"),
                arguments(
                        "title: The knitting circle",
                        "title: The\uFEFFcircle",
                        5,
                        "the character U+FEFF",
                        "text that one can see"),
                arguments(
                        "title: The knitting circle",
                        "title: The\u0007circle",
                        5,
                        "the character U+0007",
                        "text that one can see"),
                arguments("title: The knitting circle", "title: &a The circle", 5, "the anchor &a", plain),
                arguments(
                        "title: The knitting circle",
                        "title: !!str The circle",
                        5,
                        "the type 'tag:yaml.org,2002:str'",
                        plain),
                arguments("periods:\n", "periods: !!map\n", 10, "the type 'tag:yaml.org,2002:map'", plain),
                arguments(
                        "title: The knitting circle", "<<: {title: Circle}\ntitle: Circle", 5, "the key '<<'", fronts),
                arguments(
                        "title: The knitting circle",
                        "? [title]\n: Circle\ntitle: Circle",
                        5,
                        "a list as a key",
                        "a word"),
                arguments("title: The knitting circle", "title: Circle\n1: 2", 6, "the key '1'", fronts),
                arguments("title: The knitting circle", "title: Circle\n'': 2", 6, "the key nothing", fronts),
                arguments("quorum: 5", "quorum: -5", 15, "'-5'", count),
                arguments("quorum: 5", "quorum: 1000000", 15, "'1000000'", count),
                arguments("quorum: 5", "quorum: 5.0", 15, "'5.0'", count),
                arguments("minimum: 24 h", "minimum: -24 h", 11, "'-24 h'", period),
                arguments("emeritus-may-vote: false", "emeritus-may-vote: no", 8, "'no'", "true or false"),
                arguments("roster: closing", "roster: yesterday", 9, "'yesterday'", "opening or closing"),
                arguments("minimum: 24 h", "minimum: 24h", 11, "'24h'", period),
                arguments("minimum: 24 h", "minimum: 0 h", 11, "'0 h'", period),
                arguments("default: 7 d", "default: 1 h", 12, "a default below the minimum", "the minimum or longer"),
                arguments("longest: none", "longest: 30 d", 13, "'30 d'", "none"),
                arguments("anywhere-on-earth", "noon", 14, "'noon'", "instant or anywhere-on-earth"),
                arguments("quorum: 5", "quorum: few", 15, "'few'", count),
                arguments("active-votes-per-item: 1", "active-votes-per-item: 2", 16, "'2'", "1"),
                arguments(
                        "active-votes", "time-out-notices: [chat]\nactive-votes", 16, "other notices", "[chat, mail]"),
                arguments(
                        "periods:\n  minimum: 24 h\n  default: 7 d\n  longest: none",
                        "periods: 7 d",
                        10,
                        "'7 d'",
                        "keys and values"),
                arguments("item: yarn", "item: Yarn", 22, "'Yarn'", name),
                arguments("item: yarn", "yarn: true", 22, "data without a name", "policy: ... or item: ..."),
                arguments("class: sensitive", "class: secret", 24, "'secret'", "standard or sensitive"),
                arguments("more than 50%", "most", 26, "'most'", Form.SHARE.expected()),
                arguments("standard, time-out]", "standard, timeout]", 27, "'timeout'", Form.ROUTE.expected()),
                arguments("standard, time-out]", "standard, consensus]", 27, "'consensus'", Form.ROUTE.expected()),
                arguments("subject: member", "subject: thing", 28, "'thing'", "proposal or member or free"),
                arguments("meeting-cycle: true", "meeting-cycle: [true]", 31, "a list", "true or false"),
                arguments("[colour, price]", "colour", 33, "'colour'", "a list: [..., ...]"),
                arguments(
                        "early-close: true",
                        "early: true",
                        35,
                        "the key 'early'",
                        "one of minimum-period, meeting-cycle, justification, asks-for, no-needs-comment, early-close"),
                arguments(
                        "early-close: true",
                        "justification: true",
                        35,
                        "'justification' a second time",
                        "every key once"),
                arguments("time-out | outcome", "time-out | result", 38, "the column 'result'", header),
                arguments("time-out | outcome", "time-out | why", 38, "no column 'outcome'", header),
                arguments("time-out | outcome", "time-out | yes", 38, "the column 'yes' a second time", header),
                arguments("routes: [standard, time-out]", "routes: []", 27, "a list of 0", routes),
                arguments("routes: [standard, time-out]", "routes: [time-out]", 27, "a list of 1", routes),
                arguments("| 10 | 3", "| ten | 3", 40, "'ten'", count),
                arguments("| 10 | 3", "| -10 | 3", 40, "'-10'", count),
                arguments("| 10 | 3", "| 99999999999 | 3", 40, "'99999999999'", count),
                arguments(
                        "passed | standard |",
                        "passed | standard | a | b |",
                        40,
                        "a row of 10 cells",
                        "8, and \\| for a bar inside of one"),
                arguments("| 7 d", "| 7", 40, "'7'", period),
                arguments("passed | standard", "won | standard", 40, "'won'", "passed, rejected or inquorate"),
                arguments(
                        "passed | standard",
                        "passed | luck",
                        40,
                        "'luck'",
                        "standard, accelerated, time-out, consensus or -"),
                arguments("met |", "perhaps |", 41, "'perhaps'", "met, unmet or -"),
                arguments(
                        "inquorate | -",
                        "inquorate | time-out",
                        41,
                        "inquorate by time-out",
                        "a route where the vote is decided, and - where it is inquorate"));
    }

    private static String quoted(String character, int length) {
        return "'" + character.repeat(Math.min(60, length)) + "...'";
    }

    @Test
    void tellsOfARowThatLacksACell() {
        assertThat(errors(PageText.with("| 10 | 3", "| 3")))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.line()).isEqualTo(40));
    }

    /// What would be lost without a word: a part of the page that looks like data and is not read.
    @ParameterizedTest(name = "{3}")
    @MethodSource("lost")
    void losesNothingWithoutAWord(String right, String wrong, int line, String found) {
        assertThat(errors(PageText.with(right, wrong)))
                .filteredOn(error -> error.line() == line)
                .extracting(PageError::found)
                .contains(found);
    }

    static Stream<Arguments> lost() {
        return Stream.of(
                arguments("per-item: 1\n```", "per-item: 1\n", 3, "a block that never ends"),
                arguments("true\n```\n", "true\n", 21, "a block that never ends"),
                arguments("## Yarn", "~~~text\n## Yarn", 19, "a block that never ends"),
                arguments("## Yarn", "> ```yaml\n> item: wool\n\n## Yarn", 19, "a block that never ends"),
                arguments("## Yarn", "<!-- later\n\n## Yarn", 19, "a comment that never ends"),
                arguments("\n```yaml\nitem", "<div>\n```yaml\nitem", 20, "a block of data inside of HTML"),
                arguments("## Yarn", "<pre>\n## Yarn", 19, "a block of data inside of HTML"),
                arguments(
                        "## Yarn",
                        "## Wool\n\n    ```yaml\n    item: wool\n    ```\n\n## Yarn",
                        21,
                        "a block of data that is indented"),
                arguments(
                        "## Yarn",
                        "## Wool\n\n\t```yaml\n\titem: wool\n\t```\n\n## Yarn",
                        21,
                        "a block of data that is indented"),
                arguments("| 10 | 2", "\n| 10 | 2", 42, "rows without a table"),
                arguments("|---|", "|", 38, "rows without a table"));
    }

    @Test
    void leavesOutWhatAClosedCommentHides() {
        var page = PageText.CIRCLE + "\n<!--\n## Wool\n```yaml\nitem: wool\n```\n-->\n";
        assertThat(PolicyPage.read(page, "circle.md").items()).hasSize(1);
    }

    @Test
    void takesABarBehindABackslashForText() {
        var page = PageText.CIRCLE
                .replace("outcome | route |\n|", "outcome | route | why |\n|---|")
                .replace("passed | standard |", "passed | standard | 3 \\| 2 |");
        assertThat(PolicyPage.read(page, "circle.md").items().getFirst().examples())
                .extracting(Example::why)
                .containsExactly("3 | 2", "");
    }

    @Test
    void readsAPageThatBeginsWithAByteOrderMark() {
        assertThat(PolicyPage.read("\uFEFF" + PageText.CIRCLE, "circle.md"))
                .isEqualTo(PolicyPage.read(PageText.CIRCLE, "circle.md"));
        assertThat(PolicyPage.read("\uFEFF" + PageText.CIRCLE.substring(PageText.CIRCLE.indexOf("```")), "circle.md")
                        .name())
                .isEqualTo("circle");
    }

    /// A mapping of ten values, each of which stands for ten others: a thousand million in the end.
    @Test
    void doesNotUnfoldABomb() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name < 'k'; name++) {
            bomb.append(name).append(": &").append(name).append(" [");
            bomb.append(("*" + (char) (name - 1) + ", ").repeat(10)).append("]\n");
        }
        assertThat(errors(PageText.with("revision: 3\n", bomb + "revision: 3\n")))
                .hasSize(100)
                .allSatisfy(error -> assertThat(error.line()).isBetween(6, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{any-of: [", "{a: ", "- "})
    void doesNotFollowNestingIntoTheDeep(String opening) {
        var rule = "rule: " + (opening.equals("- ") ? "\n  " : "") + opening.repeat(10_000);
        assertThat(errors(PageText.CIRCLE.replaceFirst("rule:\n.*\n.*\n", rule + "\n")))
                .extracting(PageError::found)
                .contains("lists and keys 21 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "* 1. ", "[", "![", "*a_ ", "<!--", "`", "|", "&a ", "\\|", "a | "})
    void readsALineOfAnyKindInTime(String bit) {
        var line = bit.repeat(100_000 / bit.length());
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            try {
                PolicyPage.read(PageText.CIRCLE + "\n" + line + "\n", "circle.md");
            } catch (InvalidPolicyPage e) {
                assertThat(e.errors()).isNotEmpty();
            }
        });
    }

    @Test
    void refusesAPageThatNobodyWrote() {
        var lines = "y\n".repeat(PolicyPage.LONGEST / 2) + "x\n";
        assertThat(errors(lines))
                .containsExactly(
                        new PageError("circle.md", PolicyPage.LONGEST / 2 + 1, "500002 characters", "at most 500000"));
    }

    @Test
    void refusesARuleThatAVoteCannotKeep() {
        var rule = "rule: {any-of: [" + "{consensus: {yes: 3, no: 0}}, ".repeat(100) + "]}\n";
        assertThat(errors(PageText.CIRCLE.replaceFirst("rule:\n.*\n.*\n", rule)))
                .singleElement()
                .extracting(PageError::line, PageError::expected)
                .containsExactly(25, "at most 2000");
    }

    @Test
    void takesTheLongestRuleThatAVoteCanKeep() {
        var rule = ruleOf(2000);
        assertThat(RuleNotation.write(RuleNotation.read(rule))).isEqualTo(rule).hasSize(2000);
        assertThat(PolicyPage.read(PageText.CIRCLE.replaceFirst("rule:\n.*\n.*\n", "rule: " + rule + "\n"), "circle.md")
                        .items()
                        .getFirst()
                        .rule())
                .contains(RuleNotation.read(rule));
        assertThat(errors(PageText.CIRCLE.replaceFirst("rule:\n.*\n.*\n", "rule: " + ruleOf(2001) + "\n")))
                .extracting(PageError::found)
                .containsExactly("a rule of 2001 characters");
    }

    /// A rule of so many characters: many ways to pass, the last of which has numbers as long as it takes.
    private static String ruleOf(int length) {
        var ways = "{consensus: {yes: 3, no: 0}}, ".repeat(65);
        var rule = "{any-of: [%s{consensus: {yes: 111111111, no: %s}}]}";
        return rule.formatted(ways, "1".repeat(length - rule.formatted(ways, "").length()));
    }

    @Test
    void takesTheLongestName() {
        assertThat(PolicyPage.read(PageText.with("policy: circle", "policy: " + "c".repeat(60)), "circle.md")
                        .name())
                .hasSize(60);
    }

    @Test
    void missesAWholeMapping() {
        assertThat(errors(PageText.with("electorate:\n  emeritus-may-vote: false\n  roster: closing\n", "")))
                .containsExactly(new PageError("circle.md", 4, "no 'electorate'", "electorate: keys and values"));
    }

    /// Each row adds a key that nobody asks for, on another level of the data.
    @ParameterizedTest(name = "below {0}")
    @ValueSource(
            strings = {
                "policy: circle",
                "  emeritus-may-vote: false",
                "  minimum: 24 h",
                "item: yarn",
                "  majority: more than 50%",
                "  early-close: true"
            })
    void namesAKeyThatIsNotKnownOnEveryLevel(String above) {
        var indent = above.substring(0, above.length() - above.stripLeading().length());
        assertThat(errors(PageText.with(above, above + "\n" + indent + "odd: 1")))
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("the key 'odd'"))
                .satisfies(error -> assertThat(error.line()).isGreaterThan(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  consensus: {yes: 3, no: 0}\n  odd: 1",
                "  consensus: {yes: 3, no: 0, odd: 1}",
                "  any-of: [{majority: 60%, routes: [standard]}]\n  odd: 1",
                "  any-of: [{majority: 60%, routes: [standard], odd: 1}]"
            })
    void namesAKeyThatIsNotKnownInEveryKindOfRule(String rule) {
        assertThat(errors(PageText.with("  majority: more than 50%\n  routes: [standard, time-out]", rule)))
                .extracting(PageError::found)
                .contains("the key 'odd'");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            '  routes: [standard, time-out]@'                                  | ''           | no 'routes'
            'rule:@  majority: more than 50%@  routes: [standard, time-out]@'  | ''           | no 'rule'
            'class: sensitive'                                                 | '[a]: 1@class: sensitive' | a list as a key
            'rule:@  majority: more than 50%@  routes: [standard, time-out]@'  | 'rule: {}@'  | no kind of rule
            """)
    void namesWhatIsMissingAndWhatIsNoKey(String right, String wrong, String found) {
        assertThat(errors(PageText.with(right.replace('@', '\n'), wrong.replace('@', '\n'))))
                .extracting(PageError::found)
                .contains(found);
    }

    @Test
    void wantsARowInATableOfExamples() {
        var page = PageText.CIRCLE
                .lines()
                .filter(line -> !line.startsWith("| 10 |"))
                .collect(joining("\n"));
        assertThat(errors(page)).extracting(PageError::found).containsExactly("a table without a row");
    }

    @Test
    void quotesSixtyCharactersOfWhatItFound() {
        assertThat(errors(PageText.with("class: sensitive", "class: " + "s".repeat(60))))
                .extracting(PageError::found)
                .containsExactly("'" + "s".repeat(60) + "'");
        assertThat(errors(PageText.with("class: sensitive", "class: " + "s".repeat(61))))
                .extracting(PageError::found)
                .containsExactly("'" + "s".repeat(60) + "...'");
    }

    @Test
    void tellsAllErrorsAtOnceInTheOrderOfTheirLines() {
        var page = PageText.CIRCLE
                .replace("roster: closing", "roster: later")
                .replace("class: sensitive", "class: secret")
                .replace("| 10 | 2 |", "| 10 | two |");
        assertThat(errors(page)).extracting(PageError::line).containsExactly(9, 24, 41);
        assertThat(catchThrowable(() -> PolicyPage.read(page, "circle.md"))).hasMessage("""
                        3 errors in the governance pages:
                          circle.md:9: found 'later', expected opening or closing
                          circle.md:24: found 'secret', expected standard or sensitive
                          circle.md:41: found 'two', expected a whole number up to 999999""");
    }

    @Test
    void tellsWhereYamlIsBroken() {
        assertThat(errors(PageText.with("roster: closing", "roster: [closing")))
                .anySatisfy(error -> assertThat(error.line()).isBetween(9, 11));
    }

    @Test
    void wantsTheDataOfThePolicyOnceAndAboveTheItems() {
        var items = PageText.CIRCLE.indexOf("## Yarn");
        var front = PageText.CIRCLE.substring(0, items);
        var yarn = PageText.CIRCLE.substring(items);
        assertThat(errors(yarn)).extracting(PageError::found).containsExactly("no data of the policy");
        assertThat(errors(yarn)).extracting(PageError::line).containsExactly(1);
        assertThat(errors(yarn + "\n" + front))
                .extracting(PageError::found)
                .containsExactly("an item above the policy's data");
        assertThat(errors(front + front + yarn)).extracting(PageError::found).containsExactly("a second policy");
        assertThat(errors(front)).extracting(PageError::line, PageError::found).containsExactly(tuple(4, "no item"));
        assertThat(errors("")).extracting(PageError::line).containsOnly(1);
    }

    @Test
    void wantsAHeadingForEveryItemAndEveryItemOnce() {
        var yarn = PageText.CIRCLE.substring(PageText.CIRCLE.indexOf("## Yarn"));
        assertThat(errors(PageText.CIRCLE + "\n" + yarn))
                .extracting(PageError::found)
                .containsExactly("the item of line 22 again");
        assertThat(errors(PageText.CIRCLE + yarn.substring("## Yarn\n".length()).replace("item: yarn", "item: wool")))
                .extracting(PageError::found)
                .containsExactly("another item under the same heading");
        assertThat(errors(PageText.CIRCLE.replace("## Yarn", "").replace("# The knitting circle", "")))
                .extracting(PageError::found)
                .containsExactly("an item without a heading");
        var bare = PageText.CIRCLE.replace("## Yarn", "").replace("# The knitting circle", "");
        assertThat(errors(bare.substring(0, bare.indexOf("| active"))))
                .extracting(PageError::line, PageError::found)
                .containsExactly(tuple(22, "an item without a heading"), tuple(22, "no worked example"));
    }

    @Test
    void wantsAnExampleForEveryItemThatIsVotedOnAndNoneForOthers() {
        var table = PageText.CIRCLE.indexOf("| active");
        assertThat(errors(PageText.CIRCLE.substring(0, table)))
                .extracting(PageError::line, PageError::found)
                .containsExactly(tuple(19, "no worked example"));
        var none = PageText.CIRCLE.replaceFirst("rule:\n.*\n.*\n", "rule: none\n");
        assertThat(errors(none)).extracting(PageError::found).containsExactly("examples of no vote");
        var without = PolicyPage.read(none.substring(0, none.indexOf("| active")), "circle.md");
        assertThat(without.items().getFirst().rule()).isEmpty();
        assertThat(errors(PageText.with("| active", "### Examples\n\n| active")))
                .extracting(PageError::found)
                .containsExactly("no worked example", "examples of no item");
    }

    @Test
    void doesNotLookAtProseAndOtherTables() {
        var page = PageText.CIRCLE + """

                ## Readings

                | open | read as |
                |---|---|
                | a tie | rejected |

                ```text
                item: not data
                ```
                """;
        assertThat(PolicyPage.read(page, "circle.md").items()).hasSize(1);
    }

    @Test
    void readsAPageWithTheLineEndsOfWindows() {
        var page = PageText.CIRCLE.replace("\n", "\r\n");
        assertThat(PolicyPage.read(page, "circle.md").items())
                .isEqualTo(PolicyPage.read(PageText.CIRCLE, "circle.md").items());
        assertThat(errors(page.replace("roster: closing", "roster: later")))
                .extracting(PageError::line)
                .containsExactly(9);
    }

    /// Whatever one cuts out of a page: it is read, or refused with lines, and never fails otherwise.
    @Test
    void neverFailsInAnotherWayHoweverAPageIsCut() {
        for (int from = 0; from < PageText.CIRCLE.length(); from++) {
            for (int length : new int[] {1, 2, 7, 40, 300}) {
                var end = Math.min(PageText.CIRCLE.length(), from + length);
                var page = PageText.CIRCLE.substring(0, from) + PageText.CIRCLE.substring(end);
                try {
                    PolicyPage.read(page, "circle.md");
                } catch (InvalidPolicyPage e) {
                    assertThat(e.errors()).isNotEmpty();
                }
            }
        }
    }

    /// The same with characters that mean something to Markdown or YAML thrown in, always the same ones.
    @Test
    void neverFailsInAnotherWayWhateverIsThrownIn() {
        var random = new Random(20251122);
        var bits = List.of(
                ">",
                "- ",
                "* ",
                "|",
                "`",
                "```yaml\n",
                "#",
                "\n",
                "\n\n",
                "    ",
                "\t",
                ":",
                "[",
                "]",
                "{",
                "}",
                "&a ",
                "*a",
                "!!int ",
                "%",
                "---\n",
                "...",
                "'",
                "\"",
                "<b>",
                "\u0000",
                "\uD800",
                "\uFEFF",
                "?",
                "<<: ",
                "~",
                "99999999999");
        for (int round = 0; round < 3000; round++) {
            var page = new StringBuilder(PageText.CIRCLE);
            for (int i = 0; i <= random.nextInt(4); i++) {
                page.insert(random.nextInt(page.length()), bits.get(random.nextInt(bits.size())));
            }
            try {
                PolicyPage.read(page.toString(), "circle.md");
            } catch (InvalidPolicyPage e) {
                assertThat(e.errors())
                        .isNotEmpty()
                        .allSatisfy(error -> assertThat(error.line())
                                .isBetween(
                                        0,
                                        (int) page.chars()
                                                        .filter(c -> c == '\n')
                                                        .count()
                                                + 1));
            }
        }
    }

    @Test
    void readsTheGuidesOwnExample() {
        var guide = PageText.shipped("README");
        var blocks = Pattern.compile("(?s)```yaml\\n(.*?)```")
                .matcher(guide)
                .results()
                .map(MatchResult::group)
                .toList();
        var table = guide.substring(guide.indexOf("| active"), guide.indexOf("```", guide.indexOf("| active")));
        var page = "# Circle\n" + blocks.get(0) + "\n\n## Yarn\n" + blocks.get(1) + "\n\n" + table;
        var policy = PolicyPage.read(page, "guide");
        assertThat(policy.item("yarn").orElseThrow().examples()).hasSize(1);
        assertThat(policy.checkIn().orElseThrow().cadence("yearly")).isPresent();
    }

    private static List<PageError> errors(String page) {
        return catchThrowableOfType(InvalidPolicyPage.class, () -> PolicyPage.read(page, "circle.md"))
                .errors();
    }
}
