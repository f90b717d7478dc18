package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.CheckInPolicy.ComeBack;
import org.condaforge.quorate.policy.CheckInPolicy.Every;
import org.condaforge.quorate.policy.CheckInPolicy.Inactivity;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckInPolicyTests {

    /// Its first line is line 17 of the page.
    private static final String BLOCK = """
            check-in:
              cadences:
                - name: often
                  every: quarter
                  time-to-answer: 48 h
                  silence: nothing
                  ends-by: itself
                - name: seldom
                  every: year
                  time-to-answer: 14 d
                  silence: emeritus
                  ends-by: secretary
                  notices: [chat, mail]
              inactivity:
                after: 9 months
                time-to-answer: 7 d
                silence: emeritus
                ends-by: secretary
              emeritus:
                return: by-secretary
            """;

    private static final String LAST = "active-votes-per-item: 1\n";

    @Test
    void isReadWithCadencesInactivityAndWhatEmeritusKeeps() {
        assertThat(PolicyPage.read(page(BLOCK), "circle.md").checkIn().orElseThrow())
                .isEqualTo(new CheckInPolicy(
                        List.of(
                                new Cadence(
                                        "often",
                                        Every.QUARTER,
                                        new Asking(Duration.ofDays(2), Silence.NOTHING, true, false)),
                                new Cadence(
                                        "seldom",
                                        Every.YEAR,
                                        new Asking(Duration.ofDays(14), Silence.EMERITUS, false, true))),
                        Optional.of(new Inactivity(
                                Period.ofMonths(9), new Asking(Duration.ofDays(7), Silence.EMERITUS, false, false))),
                        ComeBack.BY_SECRETARY));
    }

    @Test
    void mayBeMissing() {
        assertThat(PolicyPage.read(PageText.CIRCLE, "circle.md").checkIn()).isEmpty();
        assertThat(shipped("plus-three").checkIn()).isEmpty();
    }

    /// Each row puts one thing wrong, and nothing but that is complained of.
    @ParameterizedTest(name = "{1}: found {3}")
    @MethodSource("mistakes")
    void tellsLineFoundAndExpected(String right, String wrong, int line, String found, String expected) {
        assertThat(BLOCK).contains(right);
        var page = page(BLOCK.replaceFirst(Pattern.quote(right), wrong));
        assertThat(catchThrowableOfType(InvalidPolicyPage.class, () -> PolicyPage.read(page, "circle.md"))
                        .errors())
                .containsExactly(new PageError("circle.md", line, found, expected));
    }

    static Stream<Arguments> mistakes() {
        var period = "a period in hours or days such as 24 h or 7 d";
        var once = "every name and every period once";
        return Stream.of(
                arguments(
                        "often",
                        "Often!",
                        19,
                        "'Often!'",
                        "a name in lower case such as cfep-approval, of at most 60" + " characters"),
                arguments("quarter", "month", 20, "'month'", "quarter or year"),
                arguments("48 h", "two days", 21, "'two days'", period),
                arguments("48 h", "90 d", 21, "a round that goes on into the next", "less than 90 d"),
                arguments("14 d", "365 d", 26, "a round that goes on into the next", "less than 365 d"),
                arguments("silence: nothing", "silence: consent", 22, "'consent'", "nothing or emeritus"),
                arguments("ends-by: itself", "ends-by: magic", 23, "'magic'", "itself or secretary"),
                arguments("name: seldom", "name: often", 24, "name: often, which line 19 has", once),
                arguments("every: year", "every: quarter", 25, "every: quarter, which line 20 has", once),
                arguments("[chat, mail]", "[chat]", 29, "other notices", "[chat, mail]"),
                arguments("9 months", "half a year", 31, "'half a year'", "a number of months such as 6 months"),
                arguments("9 months", "0 months", 31, "'0 months'", "a number of months such as 6 months"),
                arguments("by-secretary", "never", 36, "'never'", "at-will or by-secretary"),
                arguments("    return", "    come: 1\n    return", 36, "the key 'come'", "one of return"),
                arguments(
                        "  inactivity:\n",
                        "  sloth: 1\n  inactivity:\n",
                        30,
                        "the key 'sloth'",
                        "one of cadences," + " inactivity, emeritus"));
    }

    @Test
    void hasToAskSomebody() {
        var page = page("check-in:\n  emeritus: {return: at-will}\n");
        assertThat(catchThrowableOfType(InvalidPolicyPage.class, () -> PolicyPage.read(page, "circle.md"))
                        .errors())
                .singleElement()
                .extracting(PageError::found)
                .isEqualTo("a check-in that asks nobody");
    }

    @Test
    void ofCondaForgeAsksEveryQuarterAndOnceAYearAsItsPageSays() {
        var policy = shipped("conda-forge");
        var asking = policy.checkIn().orElseThrow();
        assertThat(policy.emeritusMayVote()).isTrue();
        assertThat(asking.comeBack()).isEqualTo(ComeBack.AT_WILL);
        assertThat(asking.cadence("quarterly").orElseThrow().asking())
                .isEqualTo(new Asking(Duration.ofDays(28), Silence.NOTHING, true, true));
        assertThat(asking.cadence("yearly").orElseThrow().asking())
                .isEqualTo(new Asking(Duration.ofDays(28), Silence.EMERITUS, true, true));
        assertThat(asking.inactivity().orElseThrow().after()).isEqualTo(Period.ofMonths(6));
        assertThat(asking.inactivity().orElseThrow().asking().timeToAnswer()).isEqualTo(Duration.ofDays(28));
    }

    @Test
    void ofCondaGivesAWeekAndTakesTheVoteAway() {
        var policy = shipped("conda");
        var asking = policy.checkIn().orElseThrow();
        assertThat(policy.emeritusMayVote()).isFalse();
        assertThat(asking.cadences()).isEmpty();
        assertThat(asking.comeBack()).isEqualTo(ComeBack.BY_SECRETARY);
        assertThat(asking.inactivity().orElseThrow().asking())
                .isEqualTo(new Asking(Duration.ofDays(7), Silence.EMERITUS, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTER, 2026-01-01, 2026-01-01, 2026-04-01",
        "QUARTER, 2026-03-31, 2026-01-01, 2026-04-01",
        "QUARTER, 2026-12-31, 2026-10-01, 2027-01-01",
        "YEAR, 2026-01-01, 2026-01-01, 2027-01-01",
        "YEAR, 2026-12-31, 2026-01-01, 2027-01-01"
    })
    void aRoundBeginsWithItsQuarterOrYear(Every every, LocalDate day, LocalDate last, LocalDate next) {
        assertThat(every.beginningOf(day)).isEqualTo(last);
        assertThat(every.beginningAfter(day)).isEqualTo(next);
    }

    private static String page(String block) {
        return PageText.with(LAST, LAST + block);
    }

    private static Policy shipped(String name) {
        return Policies.shipped().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
