package org.condaforge.quorate.certificate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.certificate.Certificate.Ending;
import org.condaforge.quorate.certificate.CertificateReport.Finding;
import org.condaforge.quorate.policy.InvalidPolicyPage;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;

/// Counts the ballots, and assesses them under the rule of the certificate and by its evidence.
final class CountCheck {

    /// A vote whose time-out nobody confirmed lapses after this time.
    private static final Duration LAPSE = Duration.ofDays(28);

    private final Certificate certificate;
    private final Findings findings;

    CountCheck(Certificate certificate, Findings findings) {
        this.certificate = certificate;
        this.findings = findings;
    }

    void check() {
        Tally tally = Tally.NONE;
        for (Choice choice : certificate.ballots().choices()) {
            tally = tally.plus(choice);
        }
        Tally recorded = certificate.result().tally();
        same("Yes", recorded.yes(), tally.yes());
        same("No", recorded.no(), tally.no());
        same("Abstaining", recorded.abstain(), tally.abstain());
        Optional<Rule> rule = rule();
        if (rule.isPresent()) {
            assess(rule.get(), tally);
        }
    }

    private void same(String what, int recorded, int counted) {
        findings.expect(
                recorded == counted,
                "%s: %d in the ballots.".formatted(what, counted),
                "%s: %d in the ballots, %d in the certificate.".formatted(what, counted, recorded));
    }

    private Optional<Rule> rule() {
        try {
            return Optional.of(RuleNotation.read(certificate.terms().rule()));
        } catch (InvalidPolicyPage e) {
            findings.say(
                    Finding.DIFFERS,
                    "“%s” is no rule: %s."
                            .formatted(
                                    Part.shown(certificate.terms().rule()),
                                    Part.shown(e.errors().stream()
                                            .map(error ->
                                                    "found %s, expected %s".formatted(error.found(), error.expected()))
                                            .collect(Collectors.joining("; ")))));
            return Optional.empty();
        }
    }

    private void assess(Rule rule, Tally tally) {
        var result = certificate.result();
        Assessment counted =
                Assessment.of(rule, new Electorate(certificate.electorate().active()), tally, certificate.evidence());
        findings.expect(
                counted.quorum() == result.quorum(),
                "The rule asks for %d of %d active members."
                        .formatted(counted.quorum(), certificate.electorate().active()),
                "The rule gives a quorum of %d, and the certificate says %d."
                        .formatted(counted.quorum(), result.quorum()));
        routes(counted.routes(), result.routes());
        Outcome outcome = result.lapsed() ? lapsed(rule) : counted.outcome();
        if (!result.lapsed() && outcome instanceof Outcome.Inquorate && onlyLapses(rule)) {
            findings.say(
                    Finding.DIFFERS,
                    "Without a date for its time-out, the vote can only have lapsed: it does not end inquorate by itself.");
        }
        Ending ending = ending(outcome);
        findings.expect(
                ending == result.outcome() && outcome.decidedBy().equals(result.route()),
                "Counted again: %s.".formatted(CertificateReport.words(ending, outcome.decidedBy())),
                "Counted again: %s; the certificate says %s."
                        .formatted(
                                CertificateReport.words(ending, outcome.decidedBy()),
                                CertificateReport.words(result.outcome(), result.route())));
    }

    private boolean onlyLapses(Rule rule) {
        return mayTimeOut(rule) && certificate.dates().timeOut().isEmpty();
    }

    /// Nobody confirmed the time-out, so there is no decision, whatever the ballots say; that takes its time.
    private Outcome lapsed(Rule rule) {
        var dates = certificate.dates();
        boolean possible = mayTimeOut(rule)
                && !dates.decided()
                        .isBefore(dates.timeOut().orElse(dates.closes()).plus(LAPSE));
        findings.expect(
                possible,
                "It lapsed: nobody confirmed its time-out within 28 days.",
                "It cannot have lapsed: that takes a rule with a time-out, and 28 days.");
        return new Outcome.Inquorate(List.of());
    }

    private void routes(List<RouteAssessment> counted, List<RouteAssessment> recorded) {
        if (counted.size() != recorded.size()) {
            findings.say(
                    Finding.DIFFERS,
                    "The rule has %d routes, and the certificate %d.".formatted(counted.size(), recorded.size()));
            return;
        }
        for (int i = 0; i < counted.size(); i++) {
            route(counted.get(i), recorded.get(i));
        }
    }

    private void route(RouteAssessment counted, RouteAssessment recorded) {
        Route route = counted.route();
        findings.expect(
                counted.equals(recorded),
                counted.conditions().isEmpty()
                        ? "The %s route: %s."
                                .formatted(route.label(), counted.state().label())
                        : "The %s route: %s; its %d conditions are as the certificate says."
                                .formatted(
                                        route.label(),
                                        counted.state().label(),
                                        counted.conditions().size()),
                "The %s route: %s.".formatted(route.label(), difference(counted, recorded)));
    }

    private static String difference(RouteAssessment counted, RouteAssessment recorded) {
        List<String> found = new ArrayList<>();
        if (counted.route() != recorded.route()) {
            found.add("the certificate has the %s route in its place"
                    .formatted(recorded.route().label()));
        }
        if (counted.state() != recorded.state()) {
            found.add("it is %s, and the certificate says %s"
                    .formatted(counted.state().label(), recorded.state().label()));
        }
        int conditions =
                Math.min(counted.conditions().size(), recorded.conditions().size());
        for (int i = 0; i < conditions; i++) {
            Condition is = counted.conditions().get(i);
            Condition says = recorded.conditions().get(i);
            if (!is.equals(says)) {
                found.add("the condition is %s, and the certificate says %s".formatted(words(is), words(says)));
            }
        }
        if (counted.conditions().size() != recorded.conditions().size()) {
            found.add("it has %d conditions, and the certificate %d"
                    .formatted(
                            counted.conditions().size(), recorded.conditions().size()));
        }
        return String.join("; ", found);
    }

    private static String words(Condition condition) {
        return "“%s” %d, %s %d"
                .formatted(
                        condition.name(),
                        condition.have(),
                        CertificateText.bound(condition).replace('-', ' '),
                        condition.need());
    }

    private static Ending ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> Ending.PASSED;
            case Outcome.Rejected _ -> Ending.REJECTED;
            case Outcome.Inquorate _ -> Ending.INQUORATE;
        };
    }

    private static boolean mayTimeOut(Rule rule) {
        return switch (rule) {
            case Majority majority -> majority.routes().contains(Route.TIME_OUT);
            case Consensus _ -> false;
            case AnyOf any -> any.rules().stream().anyMatch(CountCheck::mayTimeOut);
        };
    }
}
