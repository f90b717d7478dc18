package org.condaforge.quorate.rule;

import static org.condaforge.quorate.rule.English.by;
import static org.condaforge.quorate.rule.English.count;

import java.util.Optional;

/// What one ballot changes, in half a sentence.
public final class Effect {

    private Effect() {}

    /// What my ballot would change: half a sentence, lower-case, without a full stop. That a -1 or an
    /// abstention can complete the quorum and carry what would have been inquorate without it is said openly.
    ///
    /// @param tally as it stands, my current ballot included
    /// @param evidenceAtEnd what will be known when the vote ends
    /// @param current my ballot so far, which `mine` replaces
    /// @param mine the ballot in question
    public static String of(
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
                case Outcome.Inquorate _
                when mine == Choice.ABSTAIN ->
                    joins() ? "helps the quorum, nothing else" : "still counts to the quorum, nothing else";
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
                            : withdraws.replace(':', ';') + "an abstention spoils it: every ballot must say +1";
                case Outcome.Inquorate _ when mine == Choice.YES -> withdraws + more;
                case Outcome.Inquorate _ when turns() -> "%s%s; %s".formatted(withdraws, would(), more);
                case Outcome.Inquorate _ when mine == Choice.NO -> "objects; " + more;
                case Outcome.Inquorate _ ->
                    current.filter(Choice.YES::equals).isPresent() ? more : "is noted, nothing else";
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

    /// A whole percentage, rounded half up: 11 of 13 is 85.
    private static int percent(int part, int whole) {
        return (int) ((200L * part + whole) / (2L * whole));
    }
}
