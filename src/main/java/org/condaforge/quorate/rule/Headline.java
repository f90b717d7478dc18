package org.condaforge.quorate.rule;

import static org.condaforge.quorate.rule.English.are;
import static org.condaforge.quorate.rule.English.by;
import static org.condaforge.quorate.rule.English.capital;
import static org.condaforge.quorate.rule.English.count;
import static org.condaforge.quorate.rule.English.have;
import static org.condaforge.quorate.rule.English.lower;

import java.util.List;

/// A sentence or two saying where a vote stands.
///
/// @param lead what would happen: "Would pass if two more take part"
/// @param rest goes on where the lead stops, with its punctuation: ", whatever they say. ..."
/// @param tone of the lead
public record Headline(String lead, String rest, Tone tone) {

    /// Whether news are good, bad or still open.
    public enum Tone {
        GOOD,
        BAD,
        OPEN
    }

    /// Where a vote stands. Of several rules it speaks of the one that passes, or else of the last.
    ///
    /// @param outlook of `rule` for `tally`
    public static Headline of(Outlook outlook, Rule rule, Tally tally) {
        return of(outlook, rule, outlook.atEnd().routes(), tally);
    }

    private static Headline of(Outlook outlook, Rule rule, List<RouteAssessment> routes, Tally tally) {
        return switch (rule) {
            case Majority(var threshold, var _, var _) -> majority(outlook, threshold, routes.getFirst(), tally);
            case Consensus consensus -> consensus(outlook, consensus, tally);
            case AnyOf(var rules) -> {
                int from = 0;
                for (var one : rules.subList(0, rules.size() - 1)) {
                    var own = routes.subList(from, from + Assessment.width(one));
                    if (tells(outlook, own)) {
                        yield of(outlook, one, own, tally);
                    }
                    from += own.size();
                }
                yield of(outlook, rules.getLast(), routes.subList(from, routes.size()), tally);
            }
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

    private static String voted(Condition quorum) {
        if (quorum.need() == 0) {
            return "Nobody has to vote";
        }
        if (quorum.have() == 0) {
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
        var support = support(consensus, tally);
        return switch (outlook.atEnd().outcome()) {
            case Outcome.Passed _ ->
                new Headline("Would pass", ". %s; %s.".formatted(support, objections(tally)), Tone.GOOD);
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
                                ". Every ballot must say +1; %s.".formatted(lower(support)),
                                Tone.OPEN)
                        : new Headline(
                                "Would be inquorate: %s more must say +1"
                                        .formatted(count(consensus.yes() - tally.yes())),
                                ". %s; %s.".formatted(support, objections(tally)),
                                Tone.OPEN);
        };
    }

    private static String support(Consensus consensus, Tally tally) {
        int need = consensus.yes();
        if (tally.yes() == 0) {
            return "Nobody said +1, %d %s needed".formatted(need, are(need));
        }
        return tally.yes() < need
                ? "%d of the %d +1 needed".formatted(tally.yes(), need)
                : "%d said +1, %d %s needed".formatted(tally.yes(), need, are(need));
    }

    private static String objections(Tally tally) {
        return tally.no() == 0 ? "nobody said −1" : "%d said −1".formatted(tally.no());
    }

    /// Lead and rest as one text.
    public String text() {
        return lead + rest;
    }
}
