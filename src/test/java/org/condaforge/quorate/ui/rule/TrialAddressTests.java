package org.condaforge.quorate.ui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.ui.shell.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialAddressTests {

    private static final Trial START = Trial.start(24, Duration.ofDays(7));

    static Stream<Trial> trials() {
        var notices = IntStream.range(0, 8)
                .mapToObj(bits -> new Notices((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0))
                .toList();
        return notices.stream()
                .flatMap(chat -> Stream.of(
                                Duration.ofHours(1), Duration.ofHours(36), Duration.ofDays(7), Duration.ofDays(1000))
                        .flatMap(period -> Stream.of(0, 14, Trial.days(period))
                                .flatMap(open -> Stream.of(true, false)
                                        .map(presented -> new Trial(
                                                1000,
                                                new Tally(0, 1000, 3),
                                                period,
                                                open,
                                                presented,
                                                chat,
                                                new Notices(chat.end(), chat.start(), chat.middle()),
                                                true,
                                                0)))));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void readsBackWhatWasWritten(Trial trial) {
        assertThat(read(trial)).isEqualTo(trial);
        assertThat(read(trial.withMore(5))).isEqualTo(trial.withMore(5));
        assertThat(read(trial.withMore(trial.silent()))).isEqualTo(trial.withMore(trial.silent()));
    }

    @Test
    void readsBackEveryExampleOfEveryPage() {
        Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream())
                .flatMap(item -> item.examples().stream())
                .forEach(example -> assertThat(read(Trial.of(example))).isEqualTo(Trial.of(example)));
    }

    @Test
    void beginsFromTodayWhereTheAddressSaysNothing() {
        assertThat(new TrialAddress(new Location("rules/other")).read(START)).isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({
        "yes=-1, yes, 0",
        "yes=1001, yes, 0",
        "active=many, active, 24",
        "no=1e3, no, 0",
        "abstain=99999999999, abstain, 0",
        "period=P7X, period, 7 days",
        "period=PT0S, period, 7 days",
        "period=-P7D, period, 7 days",
        "period=PT90M, period, 7 days",
        "period=P1001D, period, 7 days",
        "period=PT9999999999999999H, period, 7 days",
        "open=x, open, 7",
        "presented=yes, presented, false",
        "chat=start.begin, chat, no notice",
        "mail=., mail, no notice",
        "ended=no, ended, false",
        "ended=false&more=-3, more, 24",
        "ended=true&more=-3&yes=x, yes, 0",
    })
    void saysWhatCannotBeReadAndWhatIsTakenInstead(String query, String field, String taken) {
        var address = new TrialAddress(new Location("rules/other?" + query));

        var trial = address.read(START);

        assertThat(trial).isIn(START, START.atEnd());
        assertThat(address.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .contains(" for " + field + ". Write ")
                        .endsWith(taken + " is taken instead."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes=%3Cscript%3E", "page=conda&utm_source=x", "yes=&no=", "yes=1&yes=2"})
    void neverFails(String query) {
        assertThat(new TrialAddress(new Location("rules/other?" + query)).read(START))
                .isNotNull();
    }

    @Test
    void cutsALongValueInItsMessage() {
        var address = new TrialAddress(new Location("rules/other?yes=" + "9".repeat(500)));
        address.read(START);
        assertThat(address.problems())
                .isNotEqualTo(List.of())
                .allSatisfy(p -> assertThat(p).hasSizeLessThan(200));
    }

    private static Trial read(Trial trial) {
        var address = new TrialAddress(new Location(Address.with("rules/other", trial.parameters())));
        var read = address.read(START);
        assertThat(address.problems()).isEmpty();
        return read;
    }
}
