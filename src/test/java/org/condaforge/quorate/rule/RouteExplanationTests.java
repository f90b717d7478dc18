package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteExplanationTests {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /// Emeritus members may vote besides.
    private static final int EMERITUS = 1;

    private static final List<Evidence> EVIDENCES = List.of(
            Evidence.atEndOf(Worlds.WEEK),
            Evidence.atEndOf(Worlds.LONGER),
            Evidence.timeOutMet(Worlds.LONGER),
            new Evidence(Worlds.LONGER, Worlds.WEEK, false, true, Notices.ALL, new Notices(true, true, false)));

    /// Every form a statement of what is possible takes, with what it claims.
    private enum Form {
        QUORUM_PASSES("(\\w+) more participants? makes? the quorum, and the vote passes whatever they say\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return world.quorumBy(number)
                        && world.every(
                                number, then -> then.state() == RouteState.PASSES && then.voteTurnsOut("passed"));
            }
        },
        QUORUM_REJECTS("(\\w+) more participants? makes? the quorum, and this route rejects it whatever they say\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return world.quorumBy(number) && world.every(number, then -> then.state() == RouteState.REJECTS);
            }
        },
        QUORUM("(\\w+) more participants? makes? the quorum; with (\\w+) \\+1 among them the vote passes\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return world.quorumBy(number)
                        && Worlds.splits(number).stream()
                                .allMatch(split ->
                                        split.yes() < other || world.with(split).state() == RouteState.PASSES)
                        && world.with(new Tally(other - 1, number - other + 1, 0))
                                        .state()
                                == RouteState.REJECTS;
            }
        },
        QUORUM_TAKES_OVER("(\\w+) more participants? makes? the quorum, and the standard route decides\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return world.every(number, then -> then.standard().decides() && then.state() == RouteState.NOT_NEEDED)
                        && world.every(number - 1, then -> !then.standard().decides());
            }
        },
        MORE_YES("(\\w+) (?:more )?\\+1 and it passes\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number <= world.mayStillVote()
                        && world.with(new Tally(number, 0, 0)).state() == RouteState.PASSES
                        && world.with(new Tally(number, 0, 0)).voteTurnsOut("passed")
                        && world.with(new Tally(number - 1, 0, 0)).state() == world.state();
            }
        },
        MORE_NO("(\\w+) (?:more )?−1 and this route rejects it\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number <= world.mayStillVote()
                        && world.with(new Tally(0, number, 0)).state() == RouteState.REJECTS
                        && world.every(number - 1, then -> then.state() == RouteState.PASSES);
            }
        },
        CARRIES("(\\w+) (?:more )?\\+1 carr(?:y|ies) the accelerated route\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number <= world.mayStillVote()
                        && world.with(new Tally(number, 0, 0)).state() == RouteState.PASSES
                        && world.every(number - 1, then -> then.state() != RouteState.PASSES);
            }
        },
        ENDS_ACCELERATED("(\\w+) −1 ends the accelerated route\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number == 1 && world.with(new Tally(0, 1, 0)).state() == RouteState.SHORT;
            }
        },
        ENDS("(\\w+) (?:more )?−1( or abstention)? ends? it\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number <= world.mayStillVote()
                        && world.with(new Tally(0, number, 0)).state() == RouteState.REJECTS
                        && world.with(new Tally(0, number - 1, 0)).state() == RouteState.PASSES
                        && (other == 0) == (world.with(new Tally(0, 0, 1)).state() == RouteState.PASSES);
            }
        },
        TOO_FEW_LEFT(
                "Cannot pass any more: (\\w+) more would have to say yes and (?:only \\w+ may still vote|nobody else may vote)\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number > world.mayStillVote()
                        && Worlds.tallies(world.mayStillVote()).stream()
                                .noneMatch(more -> world.with(more).state() == RouteState.PASSES);
            }
        },
        TOO_MANY("Cannot be reached any more: (\\w+) more would have to [a-z ]+ and (?:only \\w+ may still vote"
                + "|nobody else may vote)\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return number > world.mayStillVote() && world.neverDecides();
            }
        },
        QUORUM_FIRST("Cannot be reached: the quorum is met first\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return world.neverDecides();
            }
        },
        TOO_SHORT("Cannot be reached: the vote is planned for seven days or less\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return world.neverDecides();
            }
        },
        MUST_CHANGE("(\\w+) (?:−1|abstentions?)(?: and (\\w+) abstentions?)? must change before it can pass\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                var tally = world.tally();
                boolean never = Worlds.tallies(world.mayStillVote()).stream()
                        .allMatch(more -> world.with(more).state() != RouteState.PASSES);
                int spoilt = world.state() == RouteState.REJECTS || world.route() == Route.ACCELERATED
                        ? tally.no()
                        : tally.abstain();
                return never && number <= spoilt && other <= tally.abstain() && world.passesOnceChanged(number, other);
            }
        },
        STILL_MISSING("Still missing: .*\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return Worlds.tallies(world.mayStillVote()).stream()
                        .anyMatch(more -> world.supplied().with(more).state().decides());
            }
        },
        SETTLED("No further ballot can change that\\.") {
            @Override
            boolean holds(World world, int number, int other) {
                return IntStream.rangeClosed(0, world.mayStillVote())
                        .allMatch(more -> world.every(more, then -> then.state() == world.state()));
            }
        };

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        abstract boolean holds(World world, int number, int other);
    }

    /// One route of a rule, and what becomes of it.
    private record World(
            Rule rule,
            Electorate electorate,
            Tally tally,
            Evidence evidence,
            int mayStillVote,
            int index,
            Route route) {

        RouteAssessment assessment() {
            return Assessment.of(rule, electorate, tally, evidence).routes().get(index);
        }

        RouteState state() {
            return assessment().state();
        }

        boolean nothingToSay() {
            boolean over = evidence.ended() && mayStillVote == 0;
            return switch (state()) {
                case NOT_NEEDED, NOT_OFFERED -> true;
                case SHORT -> over;
                case PASSES, REJECTS -> mayStillVote == 0;
            };
        }

        RouteState standard() {
            return Assessment.of(rule, electorate, tally, evidence)
                    .routes()
                    .getFirst()
                    .state();
        }

        boolean voteTurnsOut(String label) {
            return Assessment.of(rule, electorate, tally, evidence)
                    .outcome()
                    .label()
                    .equals(label);
        }

        World with(Tally more) {
            return new World(
                    rule, electorate, Worlds.sum(tally, more), evidence, mayStillVote - more.cast(), index, route);
        }

        World supplied() {
            return new World(
                    rule, electorate, tally, Evidence.timeOutMet(evidence.planned()), mayStillVote, index, route);
        }

        boolean every(int more, Predicate<World> claim) {
            return Worlds.splits(more).stream().allMatch(split -> claim.test(with(split)));
        }

        boolean quorumBy(int more) {
            return more <= mayStillVote
                    && every(more, then -> then.state().decides())
                    && every(more - 1, then -> !then.state().decides());
        }

        /// Not by any further ballots, nor by time.
        boolean neverDecides() {
            return Worlds.tallies(mayStillVote).stream()
                    .allMatch(more -> !with(more).state().decides()
                            && (route != Route.TIME_OUT
                                    || !supplied().with(more).state().decides()));
        }

        /// Whether so many changed to yes leave nothing that spoils it, and one less does not.
        boolean passesOnceChanged(int first, int second) {
            boolean objected = tally.no() > 0 && (route == Route.ACCELERATED || state() == RouteState.REJECTS);
            int no = objected ? first : 0;
            int abstain = objected ? second : first;
            var requirement = objected ? Requirement.NO : Requirement.ABSTENTION;
            return changed(no, abstain).assessment().met(requirement)
                    && !changed(Math.max(0, no - 1), no == 0 ? abstain - 1 : abstain)
                            .assessment()
                            .met(requirement);
        }

        private World changed(int no, int abstain) {
            return new World(
                    rule,
                    electorate,
                    new Tally(tally.yes(), tally.no() - no, tally.abstain() - abstain),
                    evidence,
                    mayStillVote,
                    index,
                    route);
        }
    }

    @Test
    void everyStatementOfWhatIsPossibleIsTrue() {
        var said = new HashSet<Form>();
        for (int active = 0; active <= 6; active++) {
            for (var tally : Worlds.tallies(active)) {
                for (int mayStillVote : List.of(0, active - tally.cast(), active + EMERITUS - tally.cast())) {
                    for (var evidence : EVIDENCES) {
                        for (var rule : Worlds.rules()) {
                            if (!(rule instanceof AnyOf)) {
                                check(rule, new Electorate(active), tally, evidence, mayStillVote, said);
                            }
                        }
                    }
                }
            }
        }
        assertThat(said).containsExactlyInAnyOrder(Form.values());
    }

    @Test
    void ofSeveralRulesEachIsExplainedUntilOnePasses() {
        for (var rule : Worlds.rules()) {
            if (rule instanceof AnyOf(var rules)) {
                Worlds.everywhere(List.of(rule), 5, (any, electorate, tally, evidence) -> {
                    int mayStillVote = electorate.active() - tally.cast();
                    var each = rules.stream()
                            .flatMap(one ->
                                    RouteExplanation.all(one, electorate, tally, evidence, mayStillVote).stream())
                            .toList();
                    var all = RouteExplanation.all(any, electorate, tally, evidence, mayStillVote);
                    assertThat(all).hasSameSizeAs(each);
                    for (int i = 0; i < all.size(); i++) {
                        if (all.get(i).route().state() != RouteState.NOT_NEEDED) {
                            assertThat(all.get(i)).isEqualTo(each.get(i));
                        } else {
                            assertThat(all.get(i).possible()).isEmpty();
                        }
                    }
                });
            }
        }
    }

    @Test
    void aRouteThatIsNotOfferedHasNothingToExplain() {
        var half = new Majority(Threshold.parse("more than 50%"), Set.of(), 0);
        var accelerated = RouteExplanation.all(half, new Electorate(3), Tally.NONE, EVIDENCES.getFirst(), 3)
                .get(1);

        assertThat(accelerated.conditions()).isEmpty();
        assertThat(accelerated.possible()).isEmpty();
    }

    private static void check(
            Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote, Set<Form> said) {
        var routes = RouteExplanation.all(rule, electorate, tally, evidence, mayStillVote);
        for (int i = 0; i < routes.size(); i++) {
            var world = new World(
                    rule,
                    electorate,
                    tally,
                    evidence,
                    mayStillVote,
                    i,
                    routes.get(i).route().route());
            for (var sentence : routes.get(i).possible()) {
                said.add(check(sentence, world));
            }
            if (routes.get(i).possible().isEmpty() && !world.nothingToSay()) {
                fail("nothing is said of %s", world);
            }
        }
    }

    /// The number a group names, in words or digits; 0 for a group that is not there, 1 for one that is no number.
    private static int number(MatchResult match, int group) {
        if (match.groupCount() < group || match.group(group) == null) {
            return 0;
        }
        int word = NUMBERS.indexOf(match.group(group).toLowerCase(Locale.ROOT));
        return word >= 0 ? word : match.group(group).matches("\\d+") ? Integer.parseInt(match.group(group)) : 1;
    }

    private static Form check(String sentence, World world) {
        for (var form : Form.values()) {
            var matcher = form.pattern.matcher(sentence);
            if (matcher.matches()) {
                if (!form.holds(world, number(matcher, 1), number(matcher, 2))) {
                    fail("“%s” is not true of %s", sentence, world);
                }
                return form;
            }
        }
        return fail("unexpected: “%s” of %s", sentence, world);
    }
}
