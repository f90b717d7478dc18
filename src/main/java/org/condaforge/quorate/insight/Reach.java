package org.condaforge.quorate.insight;

import java.util.List;
import java.util.OptionalInt;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;

/// How few can still pass something, and how many of those who vote may stop before nothing can pass any more. Who
/// stops voting stays on the roster: the quorum does not follow.
///
/// @param need how many must take part so that it can pass, as far as ballots alone decide: the time-out, which asks
///     for no quorum, is left aside
/// @param acceleratedNeed how few are enough where the vote is open for longer than a week and nobody says no;
///     empty where that is no fewer
/// @param voting how many of the active members take part
public record Reach(int need, OptionalInt acceleratedNeed, int voting) {

    /// How it is for that rule with so many active members, of whom so many vote.
    public static Reach of(Rule rule, Electorate electorate, int voting) {
        int need = fewest(rule, electorate, false);
        int accelerated = fewest(rule, electorate, true);
        return new Reach(need, accelerated < need ? OptionalInt.of(accelerated) : OptionalInt.empty(), voting);
    }

    /// How many of those who vote may stop, and it still can pass; negative where so many are missing already.
    public int spare() {
        return voting - need;
    }

    /// Whether it can pass with those who vote now.
    public boolean reachable() {
        return spare() >= 0;
    }

    /// The smallest number of ballots of which some tally passes: all of them yes.
    private static int fewest(Rule rule, Electorate electorate, boolean longer) {
        return switch (rule) {
            case Majority majority -> fewest(majority, electorate, longer);
            case Consensus consensus -> consensus.yes();
            case AnyOf(List<Rule> rules) ->
                rules.stream()
                        .mapToInt(one -> fewest(one, electorate, longer))
                        .min()
                        .orElseThrow();
        };
    }

    /// "Standard" and "Accelerated" of conda-forge's governance page: the quorum, or half of it, rounded up.
    private static int fewest(Majority majority, Electorate electorate, boolean longer) {
        int quorum = majority.quorum(electorate);
        if (longer && majority.routes().contains(Route.ACCELERATED)) {
            int minimum = Math.min(majority.minimumQuorum(), electorate.active());
            return Math.max(1, Math.max(Math.ceilDiv(quorum, 2), minimum));
        }
        return Math.max(1, quorum);
    }
}
