package org.condaforge.quorate.rule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every sentence the rules produce, in files to be read.
class GoldenSentencesTests {

    private static final Evidence WEEK = Evidence.atEndOf(Duration.ofDays(7));
    private static final Evidence LONGER = Evidence.atEndOf(Duration.ofDays(8));
    private static final Evidence MET = Evidence.timeOutMet(Duration.ofDays(14));

    private static final List<String> THRESHOLDS = List.of("60%", "2/3", "more than 50%", "75%", "75% plus 1");

    private enum Kind {
        MAJORITY {
            @Override
            void write(Sheet sheet) {
                for (var threshold : THRESHOLDS) {
                    sheet.of(majority(threshold, 0, Route.TIME_OUT), 24, WEEK)
                            .figures()
                            .standing(0, 0, 0, 24)
                            .standing(1, 0, 0, 23)
                            .standing(6, 4, 1, 13)
                            .standing(7, 7, 0, 10)
                            .standing(10, 1, 1, 12)
                            .standing(12, 3, 3, 6)
                            .standing(18, 6, 0, 0);
                }
                sheet.of(majority("60%", 0, Route.TIME_OUT), 24, WEEK)
                        .standing(11, 1, 1, 11)
                        .standing(13, 1, 0, 10)
                        .standing(4, 10, 0, 10)
                        .standing(0, 10, 0, 14)
                        .standing(16, 0, 0, 8)
                        .standing(9, 6, 0, 9)
                        .standing(0, 0, 15, 9)
                        .standing(10, 0, 0, 4)
                        .standing(14, 0, 0, 0)
                        .effects(11, 1, 1)
                        .effects(12, 1, 1)
                        .effects(9, 6, 0)
                        .effects(8, 7, 0);
            }
        },
        SMALL {
            @Override
            void write(Sheet sheet) {
                for (int active : List.of(0, 1, 2, 3)) {
                    sheet.of(majority("more than 50%", 0), active, WEEK).figures();
                    for (var tally : Worlds.tallies(active)) {
                        sheet.standing(tally.yes(), tally.no(), tally.abstain(), active - tally.cast());
                    }
                }
                sheet.of(majority("60%", 0), 1, WEEK)
                        .figures()
                        .standing(0, 0, 0, 2)
                        .effects(1, 0, 0);
                sheet.of(majority("75% plus 1", 0), 4, WEEK)
                        .figures()
                        .standing(3, 0, 0, 1)
                        .standing(3, 1, 0, 0)
                        .effects(3, 0, 0);
            }
        },
        ACCELERATED {
            @Override
            void write(Sheet sheet) {
                var rule = majority("more than 50%", 0, Route.ACCELERATED, Route.TIME_OUT);
                for (var evidence : List.of(WEEK, LONGER)) {
                    sheet.of(rule, 18, evidence)
                            .figures()
                            .standing(0, 0, 0, 18)
                            .standing(2, 0, 0, 16)
                            .standing(4, 0, 1, 13)
                            .standing(5, 0, 0, 13)
                            .standing(5, 0, 3, 10)
                            .standing(3, 0, 5, 10)
                            .standing(1, 0, 7, 10)
                            .standing(5, 1, 0, 12)
                            .standing(5, 2, 0, 11)
                            .standing(2, 0, 0, 2)
                            .standing(5, 0, 0, 0)
                            .standing(4, 0, 0, 0);
                }
                sheet.effects(4, 0, 0)
                        .effects(5, 0, 0)
                        .effects(5, 1, 0)
                        .effects(8, 0, 0)
                        .effects(5, 3, 0);
            }
        },
        TIME_OUT {
            @Override
            void write(Sheet sheet) {
                var rule = majority("more than 50%", 0, Route.TIME_OUT);
                sheet.of(rule, 18, MET)
                        .figures()
                        .standing(0, 0, 0, 18)
                        .standing(0, 0, 4, 14)
                        .standing(0, 0, 8, 10)
                        .standing(0, 0, 4, 0)
                        .standing(1, 0, 0, 17)
                        .standing(4, 3, 0, 11)
                        .standing(3, 3, 0, 12)
                        .standing(1, 6, 0, 2)
                        .standing(6, 0, 0, 2)
                        .standing(4, 3, 0, 0)
                        .effects(4, 3, 0)
                        .effects(1, 0, 0);
                for (var evidence : List.of(
                        new Evidence(Duration.ofDays(7), Duration.ZERO, false, false, Notices.NONE, Notices.NONE),
                        new Evidence(
                                Duration.ofDays(7),
                                Duration.ofDays(1),
                                false,
                                true,
                                new Notices(true, false, false),
                                new Notices(true, true, false)),
                        new Evidence(Duration.ofDays(14), Duration.ofDays(13), false, true, Notices.ALL, Notices.ALL),
                        new Evidence(
                                Duration.ofDays(14),
                                Duration.ofDays(15),
                                true,
                                false,
                                new Notices(true, true, false),
                                Notices.ALL))) {
                    sheet.of(rule, 18, evidence)
                            .standing(4, 3, 0, 11)
                            .standing(0, 0, 1, 17)
                            .standing(0, 0, 1, 0)
                            .standing(4, 3, 0, 0);
                }
            }
        },
        MINIMUM {
            @Override
            void write(Sheet sheet) {
                var rule = majority("more than 50%", 5, Route.ACCELERATED, Route.TIME_OUT);
                // Where half of the quorum is the minimum, the minimum is not said.
                sheet.of(rule, 18, LONGER).figures();
                for (int active : List.of(3, 8, 12, 20)) {
                    sheet.of(rule, active, LONGER).figures();
                    sheet.of(rule, active, MET)
                            .standing(0, 0, 0, active)
                            .standing(2, 0, 0, active - 2)
                            .standing(2, 1, 0, active - 3);
                }
                sheet.of(rule, 20, LONGER)
                        .standing(4, 0, 0, 16)
                        .standing(5, 0, 0, 15)
                        .effects(4, 0, 0);
                sheet.of(majority("more than 50%", 5, Route.ACCELERATED), 6, LONGER)
                        .figures()
                        .standing(3, 0, 0, 3)
                        .standing(3, 0, 0, 1);
                sheet.of(majority("more than 50%", 5, Route.TIME_OUT), 20, MET)
                        .standing(4, 0, 0, 16)
                        .standing(4, 0, 0, 1)
                        .standing(4, 0, 0, 0);
            }
        },
        CONSENSUS {
            @Override
            void write(Sheet sheet) {
                sheet.of(new Consensus(3, 0, false), 22, WEEK).figures();
                for (var tally : List.of(
                        Tally.NONE,
                        new Tally(1, 0, 0),
                        new Tally(2, 0, 5),
                        new Tally(3, 0, 0),
                        new Tally(5, 1, 0),
                        new Tally(1, 2, 0))) {
                    sheet.standing(tally.yes(), tally.no(), tally.abstain(), 22 - tally.cast());
                }
                sheet.standing(1, 0, 0, 1).standing(1, 0, 0, 0).standing(3, 0, 0, 0);
                sheet.effects(2, 0, 0)
                        .effects(3, 0, 0)
                        .effects(3, 1, 0)
                        .effects(0, 1, 0)
                        .effects(1, 0, 1);
                sheet.of(new Consensus(1, 1, false), 22, WEEK)
                        .figures()
                        .standing(0, 0, 0, 22)
                        .standing(1, 0, 0, 21)
                        .standing(1, 1, 0, 20)
                        .standing(1, 0, 0, 1)
                        .standing(0, 2, 0, 20)
                        .standing(0, 3, 0, 19)
                        .effects(0, 1, 0)
                        .effects(1, 1, 0);
                sheet.of(new Consensus(3, 2, false), 22, WEEK)
                        .figures()
                        .standing(3, 0, 0, 19)
                        .standing(3, 3, 0, 16);
                sheet.of(new Consensus(3, 0, true), 22, WEEK)
                        .figures()
                        .standing(2, 0, 0, 20)
                        .standing(3, 0, 0, 19)
                        .standing(3, 0, 1, 18)
                        .standing(2, 0, 2, 18)
                        .standing(3, 1, 1, 17)
                        .standing(3, 2, 2, 15)
                        .effects(1, 0, 0)
                        .effects(3, 0, 0)
                        .effects(3, 0, 1)
                        .effects(3, 1, 1);
            }
        },
        ANY_OF {
            @Override
            void write(Sheet sheet) {
                var half = majority("more than 50%", 0);
                var allYes = new Consensus(3, 0, true);
                sheet.of(new AnyOf(List.of(allYes, half)), 10, WEEK)
                        .figures()
                        .standing(0, 0, 0, 10)
                        .standing(2, 0, 0, 8)
                        .standing(3, 0, 0, 7)
                        .standing(3, 1, 0, 6)
                        .standing(3, 2, 0, 5)
                        .standing(2, 3, 0, 5)
                        .effects(2, 0, 0)
                        .effects(3, 0, 0)
                        .effects(3, 1, 0);
                sheet.of(new AnyOf(List.of(half, new Consensus(3, 0, false))), 10, WEEK)
                        .figures()
                        .standing(2, 0, 0, 8)
                        .standing(3, 0, 0, 7)
                        .standing(3, 0, 2, 5)
                        .standing(2, 3, 0, 5);
            }
        };

        abstract void write(Sheet sheet);

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everySentenceReadsAsItWasReadBefore(Kind kind) {
        var sheet = new Sheet();
        kind.write(sheet);
        Golden.assertReads(kind.file(), sheet.text());
    }

    /// A text that grows by what is said of one situation after the other.
    private static final class Sheet {

        private final StringBuilder text = new StringBuilder();
        private Rule rule = new Consensus(1, 0, false);
        private Electorate electorate = new Electorate(0);
        private Evidence evidence = WEEK;

        Sheet of(Rule rule, int active, Evidence evidence) {
            this.rule = rule;
            this.electorate = new Electorate(active);
            this.evidence = evidence;
            line("");
            line("# %s; %d active; planned %d d, open %d d%s"
                    .formatted(
                            Explanation.rule(rule),
                            active,
                            evidence.planned().toDays(),
                            evidence.open().toDays(),
                            routes(rule)));
            return this;
        }

        private static String routes(Rule rule) {
            return rule instanceof Majority majority
                    ? majority.routes().stream().map(Route::label).reduce("; routes", (all, one) -> all + " " + one)
                    : "";
        }

        Sheet figures() {
            line("= " + Explanation.figures(rule, electorate));
            return this;
        }

        Sheet standing(int yes, int no, int abstain, int mayStillVote) {
            var tally = new Tally(yes, no, abstain);
            var explanation = Explanation.of(rule, electorate, tally, evidence, mayStillVote);
            line("");
            line("%d yes, %d no, %d abstain; %d may still vote".formatted(yes, no, abstain, mayStillVote));
            line("  %s: %s"
                    .formatted(
                            explanation.headline().tone(),
                            explanation.headline().text()));
            line("  decided: " + Explanation.decided(explanation.assessment().outcome(), tally));
            for (var route : explanation.routes()) {
                line("  [%s] %s".formatted(route.route().route().label(), route.sentence()));
                route.possible().forEach(possible -> line("    > " + possible));
                route.conditions()
                        .forEach(one ->
                                line("    %s %s".formatted(one.condition().met() ? "✓" : "○", one.sentence())));
            }
            return this;
        }

        Sheet effects(int yes, int no, int abstain) {
            var tally = new Tally(yes, no, abstain);
            line("");
            line("%d yes, %d no, %d abstain; my ballot".formatted(yes, no, abstain));
            Stream.concat(
                            Stream.of(Optional.<Choice>empty()),
                            Stream.of(Choice.values()).map(Optional::of))
                    .filter(current ->
                            current.map(choice -> counted(tally, choice) > 0).orElse(true))
                    .forEach(current -> {
                        for (var mine : Choice.values()) {
                            line("  %s %s: %s"
                                    .formatted(
                                            current.map(choice -> "from " + choice.label() + " to")
                                                    .orElse("first"),
                                            mine.label(),
                                            Effect.of(rule, electorate, tally, evidence, current, mine)));
                        }
                    });
            return this;
        }

        private static int counted(Tally tally, Choice choice) {
            return switch (choice) {
                case YES -> tally.yes();
                case NO -> tally.no();
                case ABSTAIN -> tally.abstain();
            };
        }

        private void line(String line) {
            text.append(line).append('\n');
        }

        String text() {
            return text.toString().strip() + "\n";
        }
    }

    private static Majority majority(String threshold, int minimum, Route... routes) {
        return new Majority(Threshold.parse(threshold), Set.of(routes), minimum);
    }
}
