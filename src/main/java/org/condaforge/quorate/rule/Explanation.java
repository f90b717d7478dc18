package org.condaforge.quorate.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in plain English what rules, assessments and ballots mean. No markup; a minus is U+2212.
public final class Explanation {

    private static final List<String> WORDS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Explanation() {}

    /// Whether news are good, bad or still open.
    public enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    /// A sentence or two saying where a vote stands.
    ///
    /// @param lead what would happen: "Would pass if two more take part"
    /// @param rest goes on where the lead stops, with its punctuation: ", whatever they say. ..."
    /// @param tone of the lead
    public record Headline(String lead, String rest, Tone tone) {

        /// Lead and rest as one text.
        public String text() {
            return lead + rest;
        }
    }

    /// Where a vote stands. Of several rules it speaks of the one that passes, or else of the last.
    ///
    /// @param outlook of `rule` for `tally`
    public static Headline headline(Outlook outlook, Rule rule, Tally tally) {
        return headline(outlook, rule, outlook.atEnd().routes(), tally);
    }

    private static Headline headline(Outlook outlook, Rule rule, List<RouteAssessment> routes, Tally tally) {
        return switch (rule) {
            case Majority(var threshold, var _, var _) -> majority(outlook, threshold, routes.getFirst(), tally);
            case Consensus consensus -> consensus(outlook, consensus, tally);
            case AnyOf(var rules) -> {
                int from = 0;
                for (var one : rules.subList(0, rules.size() - 1)) {
                    var own = routes.subList(from, from + width(one));
                    if (tells(outlook, own)) {
                        yield headline(outlook, one, own, tally);
                    }
                    from += own.size();
                }
                yield headline(outlook, rules.getLast(), routes.subList(from, routes.size()), tally);
            }
        };
    }

    /// How many routes an assessment lists for a rule.
    private static int width(Rule rule) {
        return switch (rule) {
            case Majority _ -> 3;
            case Consensus _ -> 1;
            case AnyOf(var rules) -> rules.stream().mapToInt(Explanation::width).sum();
        };
    }

    /// Whether a rule with these routes is the one that passes, now or (only a majority can) by more taking
    /// part.
    private static boolean tells(Outlook outlook, List<RouteAssessment> routes) {
        return routes.stream()
                .anyMatch(route -> outlook.morePasses().isPresent()
                        ? route.route() == Route.STANDARD
                        : route.state() == RouteState.PASSES);
    }

    private static Headline majority(Outlook outlook, Threshold threshold, RouteAssessment standard, Tally tally) {
        var quorum = standard.conditions().getFirst();
        var share = "%s, %s is needed.".formatted(saidYes(tally), threshold.text());
        var figures = ". %s; %s".formatted(voted(quorum), share);

        if (outlook.morePasses().isPresent()) {
            int more = outlook.morePasses().getAsInt();
            var lead = "Would pass if %s more %s part".formatted(count(more), more == 1 ? "takes" : "take");
            var rest = more < quorum.missing()
                    ? ", whatever they say, by the time-out route. " + share
                    : ", whatever they say" + figures;
            return new Headline(lead, rest, Tone.GOOD);
        }
        var settled = outlook.settled() ? ", and no further ballot can change that" : "";
        return switch (outlook.atEnd().outcome()) {
            case Outcome.Passed(var route) ->
                new Headline(
                        "Would pass",
                        by(route)
                                + settled
                                + switch (route) {
                                    case STANDARD, CONSENSUS -> figures;
                                    case ACCELERATED -> ". %d said yes, nobody said no.".formatted(tally.yes());
                                    case TIME_OUT -> ". " + share;
                                },
                        Tone.GOOD);
            case Outcome.Rejected(var route) ->
                new Headline(
                        "Would be rejected",
                        by(route) + settled + (route == Route.TIME_OUT ? ". " + share : figures),
                        Tone.BAD);
            case Outcome.Inquorate _ ->
                new Headline(
                        "Would be inquorate: %s more must take part".formatted(count(quorum.missing())),
                        settled + figures,
                        outlook.settled() ? Tone.BAD : Tone.OPEN);
        };
    }

    private static String by(Route route) {
        return switch (route) {
            case STANDARD, CONSENSUS -> "";
            case ACCELERATED, TIME_OUT -> " by the %s route".formatted(route.label());
        };
    }

    private static String voted(Condition quorum) {
        if (quorum.have() == 0 && quorum.need() > 0) {
            return "Nobody has voted, %d %s needed".formatted(quorum.need(), are(quorum.need()));
        }
        return quorum.met()
                ? "%d %s voted, %d %s needed"
                        .formatted(quorum.have(), have(quorum.have()), quorum.need(), are(quorum.need()))
                : "%d of the %d needed %s voted".formatted(quorum.have(), quorum.need(), have(quorum.have()));
    }

    private static String saidYes(Tally tally) {
        return tally.decisive() == 0
                ? "nobody said yes or no"
                : "%d of %d said yes".formatted(tally.yes(), tally.decisive());
    }

    private static Headline consensus(Outlook outlook, Consensus consensus, Tally tally) {
        var support = "%d of the %d +1 needed".formatted(tally.yes(), consensus.yes());
        return switch (outlook.atEnd().outcome()) {
            case Outcome.Passed _ ->
                new Headline(
                        "Would pass",
                        ". %d said +1, %d %s needed; %s."
                                .formatted(tally.yes(), consensus.yes(), are(consensus.yes()), objections(tally)),
                        Tone.GOOD);
            case Outcome.Rejected _ ->
                new Headline(
                        "Would be rejected",
                        tally.no() == 1
                                ? ". One −1 stands until its author changes the ballot."
                                : ". %s −1 stand until their authors change the ballot."
                                        .formatted(capital(count(tally.no()))),
                        Tone.BAD);
            case Outcome.Inquorate _ ->
                consensus.allYes() && tally.abstain() > 0
                        ? new Headline(
                                "Would be inquorate: %s spoils it"
                                        .formatted(tally.abstain() == 1 ? "an abstention" : "abstaining"),
                                ". Every ballot must say +1; %s.".formatted(support),
                                Tone.OPEN)
                        : new Headline(
                                "Would be inquorate: %s more must say +1"
                                        .formatted(count(consensus.yes() - tally.yes())),
                                ". %s, %s.".formatted(support, objections(tally)),
                                Tone.OPEN);
        };
    }

    private static String objections(Tally tally) {
        return tally.no() == 0 ? "nobody said −1" : "%d said −1".formatted(tally.no());
    }

    /// Half a line on a route: "Not for this item.", what it lacks, or why it decides as it does.
    ///
    /// @param rule the route belongs to
    public static String routeSentence(RouteAssessment route, Rule rule) {
        var unmet = route.unmet().stream().map(Explanation::lacks).collect(Collectors.joining(", "));
        return switch (route.state()) {
            case NOT_OFFERED -> "Not for this item.";
            case NOT_NEEDED -> "Not needed.";
            case PASSES -> "Passes%s.".formatted(threshold(rule));
            case REJECTS -> "Rejects%s: %s.".formatted(threshold(rule), unmet);
            case SHORT -> "Still missing: %s.".formatted(unmet);
        };
    }

    private static String lacks(Condition condition) {
        return switch (condition.bound()) {
            case AT_LEAST ->
                condition.need() == 1
                        ? condition.name()
                        : "%s (%d of %d)".formatted(condition.name(), condition.have(), condition.need());
            case AT_MOST -> "%s (%d, at most %d)".formatted(condition.name(), condition.have(), condition.need());
        };
    }

    private static String threshold(Rule rule) {
        return switch (rule) {
            case Majority(var threshold, var _, var _) -> " (%s)".formatted(threshold.text());
            case Consensus _, AnyOf _ -> "";
        };
    }

    /// What my ballot would change: half a sentence, lower-case, without a full stop. That a -1 or an
    /// abstention can complete the quorum and carry what would have been inquorate without it is said openly.
    ///
    /// @param tally as it stands, my current ballot included
    /// @param evidenceAtEnd what will be known when the vote ends
    /// @param current my ballot so far, which `mine` replaces
    /// @param mine the ballot in question
    public static String effect(
            Rule rule,
            Electorate electorate,
            Tally tally,
            Evidence evidenceAtEnd,
            Optional<Choice> current,
            Choice mine) {
        var then = current.map(tally::minus).orElse(tally).plus(mine);
        var change = new Change(
                electorate,
                evidenceAtEnd,
                tally,
                then,
                current,
                mine,
                Assessment.of(rule, electorate, tally, evidenceAtEnd).outcome(),
                Assessment.of(rule, electorate, then, evidenceAtEnd).outcome());
        return current.filter(mine::equals).isPresent() ? "as it stands, " + change.would("") : change.effect(rule);
    }

    /// A tally before and after one ballot is cast or changed.
    private record Change(
            Electorate electorate,
            Evidence evidence,
            Tally tally,
            Tally then,
            Optional<Choice> current,
            Choice mine,
            Outcome before,
            Outcome after) {

        String effect(Rule rule) {
            return switch (rule) {
                case Majority majority -> effect(majority);
                case Consensus consensus -> effect(consensus);
                case AnyOf(var rules) ->
                    effect(rules.stream()
                            .filter(one -> Assessment.of(one, electorate, then, evidence)
                                    .passes())
                            .findFirst()
                            .orElse(rules.getLast()));
            };
        }

        private String effect(Majority majority) {
            int quorum = majority.quorum(electorate);
            int missing = quorum - then.cast();
            if (tally.cast() < quorum && missing <= 0) {
                return "completes the quorum: " + would() + paradox();
            }
            return switch (after) {
                case Outcome.Inquorate _
                when turns() ->
                    before.decidedBy().equals(Optional.of(Route.ACCELERATED))
                            ? "ends the accelerated route: " + would()
                            : would();
                case Outcome.Inquorate _ when mine == Choice.ABSTAIN -> "helps the quorum, nothing else";
                case Outcome.Inquorate _
                when mine == Choice.YES && joins() ->
                    "%s more %s and the quorum is met"
                            .formatted(count(missing), missing == 1 ? "participant" : "participants");
                case Outcome.Inquorate _ -> "still %s short of the quorum; %s".formatted(count(missing), share());
                case Outcome.Passed _, Outcome.Rejected _ ->
                    mine == Choice.ABSTAIN && joins() && !turns()
                            ? "changes nothing: " + would()
                            : "%s; %s".formatted(would(), share());
            };
        }

        private String effect(Consensus consensus) {
            int missing = consensus.yes() - then.yes();
            var more = "%s more +1 and it passes".formatted(count(missing));
            var withdraws = current.filter(Choice.NO::equals).isPresent() && turns() ? "withdraws the objection: " : "";
            var objects = mine == Choice.NO ? "objects: " : "";
            return switch (after) {
                case Outcome.Passed _ -> withdraws + objects + would();
                case Outcome.Rejected _ -> objects + would();
                case Outcome.Inquorate _
                when consensus.allYes() && then.abstain() > 0 ->
                    mine == Choice.ABSTAIN
                            ? "spoils it: every ballot must say +1"
                            : withdraws + "an abstention spoils it: every ballot must say +1";
                case Outcome.Inquorate _ when mine == Choice.YES -> withdraws + more;
                case Outcome.Inquorate _ when turns() -> "%s%s; %s".formatted(withdraws, would(), more);
                case Outcome.Inquorate _ -> mine == Choice.NO ? "objects; " + more : "is noted, nothing else";
            };
        }

        private boolean joins() {
            return current.isEmpty();
        }

        private boolean turns() {
            return !before.label().equals(after.label());
        }

        /// "the vote would pass", "the vote would still be rejected".
        private String would() {
            return would(turns() ? "" : "still ");
        }

        private String would(String still) {
            return switch (after) {
                case Outcome.Passed(var route) -> "the vote would %spass%s".formatted(still, by(route));
                case Outcome.Rejected(var route) -> "the vote would %sbe rejected%s".formatted(still, by(route));
                case Outcome.Inquorate _ -> "the vote would %sbe inquorate".formatted(still);
            };
        }

        private String paradox() {
            return after instanceof Outcome.Passed && before instanceof Outcome.Inquorate && mine != Choice.YES
                    ? "; without your %s it would be inquorate"
                            .formatted(mine == Choice.NO ? Choice.NO.label() : "abstention")
                    : "";
        }

        private String share() {
            return then.decisive() == 0
                    ? "nobody says yes or no"
                    : "%d of %d is %d%%".formatted(then.yes(), then.decisive(), percent(then.yes(), then.decisive()));
        }
    }

    /// What a vote came to, on one line: "passed, standard route · 17 of 19 yes".
    public static String decided(Outcome outcome, Tally tally) {
        return outcome.decidedBy()
                .map(route -> "%s, %s route · %d of %d yes"
                        .formatted(outcome.label(), route.label(), tally.yes(), tally.decisive()))
                .orElseGet(() -> "%s · %d took part".formatted(outcome.label(), tally.cast()));
    }

    /// What a rule asks for, without a full stop: "60% must take part and 60% of yes and no must say yes".
    public static String rule(Rule rule) {
        return switch (rule) {
            case Majority(var threshold, var _, var minimum) ->
                "%s%s must take part and %s of yes and no must say yes"
                        .formatted(
                                threshold.share(),
                                minimum > 0 ? " and at least " + count(minimum) : "",
                                threshold.text());
            case Consensus(var yes, var _, var allYes)
            when allYes -> "at least %s +1 and nothing else".formatted(count(yes));
            case Consensus(var yes, var no, var _) ->
                "at least %s +1 and %s −1".formatted(count(yes), no == 0 ? "no" : "at most " + count(no));
            case AnyOf(var rules) -> rules.stream().map(Explanation::rule).collect(Collectors.joining("; or "));
        };
    }

    /// A whole percentage, rounded half up: 11 of 13 is 85.
    private static int percent(int part, int whole) {
        return (int) ((200L * part + whole) / (2L * whole));
    }

    /// In words up to twelve.
    private static String count(int number) {
        return number >= 0 && number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String are(int number) {
        return number == 1 ? "is" : "are";
    }

    private static String have(int number) {
        return number == 1 ? "has" : "have";
    }
}
