package org.condaforge.quorate.policy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Threshold;

/// The vote rules once more, written from the governance documents alone: fractions and counting, nothing clever,
/// and nothing of the `rule` package but the data of its rules.
final class NaiveRules {

    /// What a vote comes to; the route is `none` where nothing was decided.
    record Verdict(String outcome, String route, int quorum) {}

    /// A rational number.
    private record Fraction(BigInteger numerator, BigInteger denominator) {

        static Fraction of(long numerator, long denominator) {
            return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }

        static Fraction of(long whole) {
            return of(whole, 1);
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Fraction times(Fraction other) {
            return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        boolean below(Fraction other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) < 0;
        }
    }

    private NaiveRules() {}

    /// What becomes of a vote at its end.
    ///
    /// @param timeOutMet whether it was open for 14 days, presented, and announced three times by each channel
    static Verdict verdict(Rule rule, int active, int yes, int no, int abstain, Duration planned, boolean timeOutMet) {
        return switch (rule) {
            case Majority majority -> majority(majority, active, yes, no, abstain, planned, timeOutMet);
            case Consensus consensus -> consensus(consensus, yes, no, abstain);
            case AnyOf anyOf -> {
                List<Verdict> all = new ArrayList<>();
                for (Rule one : anyOf.rules()) {
                    all.add(verdict(one, active, yes, no, abstain, planned, timeOutMet));
                }
                Verdict found = all.getLast();
                for (Verdict one : all.reversed()) {
                    if (one.outcome().equals("passed")) {
                        found = one;
                    }
                }
                yield new Verdict(found.outcome(), found.route(), all.getLast().quorum());
            }
        };
    }

    private static Verdict majority(
            Majority rule, int active, int yes, int no, int abstain, Duration planned, boolean timeOutMet) {
        int cast = yes + no + abstain;
        int minimum = rule.minimumQuorum() > active ? active : rule.minimumQuorum();
        int quorum = quorum(rule.threshold(), active);
        if (quorum < minimum) {
            quorum = minimum;
        }
        String decision = affirmed(rule.threshold(), yes, no) ? "passed" : "rejected";
        if (cast >= quorum) {
            return new Verdict(decision, "standard", quorum);
        }
        if (rule.routes().contains(Route.ACCELERATED)
                && planned.toHours() > 7 * 24
                && no == 0
                && yes >= half(quorum)
                && cast >= minimum) {
            return new Verdict("passed", "accelerated", quorum);
        }
        if (rule.routes().contains(Route.TIME_OUT) && timeOutMet && yes + no > 0 && cast >= minimum) {
            return new Verdict(decision, "time-out", quorum);
        }
        return new Verdict("inquorate", "none", quorum);
    }

    /// The smallest whole number not below the share of the active members.
    private static int quorum(Threshold threshold, int active) {
        Fraction share =
                Fraction.of(threshold.numerator(), threshold.denominator()).times(Fraction.of(active));
        int quorum = 0;
        while (Fraction.of(quorum).below(share)) {
            quorum++;
        }
        return quorum;
    }

    /// At least one yes, and yes against yes and no reaches the threshold; a unanimous yes always does.
    private static boolean affirmed(Threshold threshold, int yes, int no) {
        if (yes == 0) {
            return false;
        }
        if (no == 0) {
            return true;
        }
        Fraction needed = Fraction.of(threshold.numerator(), threshold.denominator())
                .times(Fraction.of(yes + no))
                .plus(Fraction.of(threshold.plus()));
        Fraction have = Fraction.of(yes);
        return threshold.exceeded() ? needed.below(have) : !have.below(needed);
    }

    /// Half of a number, rounded up.
    private static int half(int number) {
        int half = 0;
        while (half + half < number) {
            half++;
        }
        return half;
    }

    private static Verdict consensus(Consensus rule, int yes, int no, int abstain) {
        if (no > rule.no()) {
            return new Verdict("rejected", "consensus", rule.yes());
        }
        boolean spoilt = rule.allYes() && abstain > 0;
        return yes >= rule.yes() && !spoilt
                ? new Verdict("passed", "consensus", rule.yes())
                : new Verdict("inquorate", "none", rule.yes());
    }
}
