package org.condaforge.quorate.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.condaforge.quorate.certificate.Certificate.Ballot;
import org.condaforge.quorate.certificate.Certificate.Ballots;
import org.condaforge.quorate.certificate.Certificate.Code;
import org.condaforge.quorate.certificate.Certificate.Ending;
import org.condaforge.quorate.certificate.Certificate.Later;
import org.condaforge.quorate.certificate.Certificate.Person;
import org.condaforge.quorate.certificate.Certificate.RosterDay;
import org.condaforge.quorate.certificate.Certificate.Seat;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.support.Trees;

/// Certificates of votes that never took place.
final class InventedVotes {

    static final Instant OPENED = Instant.parse("2026-03-02T09:00:00.123456Z");
    static final Instant CLOSES = OPENED.plus(Duration.ofDays(7));
    private static final int ACTIVE = 9;
    private static final String TEXT = "# Where seeds are kept\n\nSeeds are kept “dry”, and\tnot in the sun. 🌱\n";

    private InventedVotes() {}

    /// By their names.
    static Map<String, Certificate> all() {
        return Map.of(
                "passed", passed(),
                "rejected", rejected(),
                "time-out", timeOut(),
                "lapsed", lapsed(),
                "consensus", consensus(),
                "sensitive", sensitive());
    }

    /// The one of that name.
    static Certificate named(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    /// Six of nine, one of them joined after the opening, one emeritus.
    static Certificate passed() {
        List<Ballot> ballots = new ArrayList<>(ballots(Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.YES));
        ballots.add(ballot("willow", Choice.YES, Optional.empty()));
        ballots.add(ballot("zelkova", Choice.YES, Optional.of("alder")));
        return certificate(
                "{majority: 60%, routes: [standard, time-out]}",
                new Ballots.Named(ballots),
                List.of(new Later(seat("zelkova", true), LocalDate.of(2026, 3, 4))),
                CLOSES,
                Evidence.atEndOf(Duration.ofDays(7)),
                false);
    }

    static Certificate rejected() {
        return certificate(
                "{majority: more than 50%, routes: [standard, accelerated, time-out]}",
                new Ballots.Named(ballots(Choice.YES, Choice.NO, Choice.NO, Choice.NO, Choice.ABSTAIN)),
                List.of(),
                CLOSES,
                Evidence.atEndOf(Duration.ofDays(7)),
                false);
    }

    static Certificate timeOut() {
        Certificate certificate = certificate(
                "{majority: 60%, routes: [standard, time-out]}",
                new Ballots.Named(ballots(Choice.YES, Choice.YES, Choice.NO)),
                List.of(),
                OPENED.plus(Duration.ofDays(16)),
                new Evidence(Duration.ofDays(7), Duration.ofDays(15), true, true, Notices.ALL, Notices.ALL),
                false);
        return new Certificate(
                certificate.vote(),
                certificate.terms(),
                certificate.text(),
                new Certificate.Dates(
                        OPENED,
                        Optional.empty(),
                        CLOSES,
                        Optional.of(OPENED.plus(Duration.ofDays(15))),
                        certificate.dates().decided()),
                certificate.electorate(),
                certificate.ballots(),
                certificate.evidence(),
                certificate.result(),
                Optional.of(new Certificate.TimeOut(
                        "alder", OPENED.plus(Duration.ofDays(15)), "birch", OPENED.plus(Duration.ofDays(16)))),
                certificate.journal());
    }

    static Certificate lapsed() {
        return certificate(
                "{majority: 60%, routes: [standard, time-out], minimum-quorum: 5}",
                new Ballots.Named(ballots(Choice.YES, Choice.YES)),
                List.of(),
                CLOSES.plus(Duration.ofDays(28)),
                new Evidence(Duration.ofDays(7), Duration.ofDays(35), true, false, Notices.NONE, Notices.NONE),
                true);
    }

    static Certificate consensus() {
        return certificate(
                "{any-of: [{consensus: {yes: 3, no: 0, all-yes: true}}, {majority: 2/3, routes: [standard]}]}",
                new Ballots.Named(ballots(Choice.YES, Choice.YES, Choice.YES)),
                List.of(),
                CLOSES,
                Evidence.atEndOf(Duration.ofDays(7)),
                false);
    }

    static Certificate sensitive() {
        List<Choice> choices =
                List.of(Choice.YES, Choice.YES, Choice.NO, Choice.YES, Choice.ABSTAIN, Choice.YES, Choice.YES);
        return certificate(
                "{majority: 2/3, routes: [standard, time-out]}",
                new Ballots.Coded(
                        IntStream.range(0, choices.size())
                                .mapToObj(i -> new Code("%d000-0000-0000-000%d".formatted(i, i), choices.get(i)))
                                .toList(),
                        IntStream.range(0, choices.size())
                                .mapToObj(i -> person(Trees.login(i)))
                                .toList()),
                List.of(),
                CLOSES,
                Evidence.atEndOf(Duration.ofDays(7)),
                false);
    }

    private static List<Ballot> ballots(Choice... choices) {
        return IntStream.range(0, choices.length)
                .mapToObj(i -> ballot(Trees.login(i), choices[i], Optional.empty()))
                .toList();
    }

    private static Ballot ballot(String login, Choice choice, Optional<String> enteredBy) {
        return new Ballot(
                person(login),
                choice,
                choice == Choice.NO ? "It would \"not\" grow;\nsee C:\\seeds." : "",
                OPENED.plus(Duration.ofDays(2)),
                enteredBy);
    }

    private static Person person(String login) {
        return new Person(login, Character.toUpperCase(login.charAt(0)) + login.substring(1));
    }

    private static Seat seat(String login, boolean active) {
        return new Seat(person(login), active);
    }

    private static Certificate certificate(
            String rule, Ballots ballots, List<Later> others, Instant decided, Evidence evidence, boolean lapsed) {
        Tally tally = Tally.NONE;
        for (Choice choice : ballots.choices()) {
            tally = tally.plus(choice);
        }
        Assessment assessment = Assessment.of(RuleNotation.read(rule), new Electorate(ACTIVE), tally, evidence);
        Outcome outcome = lapsed ? new Outcome.Inquorate(List.of()) : assessment.outcome();
        List<Seat> roster = new ArrayList<>();
        IntStream.range(0, ACTIVE).forEach(i -> roster.add(seat(Trees.login(i), true)));
        roster.add(seat("willow", false));
        Optional<Route> route = outcome.decidedBy();
        return new Certificate(
                new Certificate.Question(12, "Accept CFEP-07 <b>", Optional.of(7), "Seeds rot.", Optional.of("alder")),
                new Certificate.Terms(
                        "conda-forge", "2025-11", "cfep-approval", "CFEP approval", rule, true, RosterDay.OPENING),
                new Certificate.Text(
                        TEXT, Sha256.of(TEXT), Optional.of("https://example.org/pull/3"), Optional.of("a1b2c3d")),
                new Certificate.Dates(OPENED, Optional.empty(), CLOSES, Optional.empty(), decided),
                new Certificate.Electorate(ACTIVE, 1, Optional.of(roster), others),
                ballots,
                evidence,
                new Certificate.Result(
                        Ending.of(outcome.label()).orElseThrow(),
                        route,
                        lapsed,
                        tally,
                        assessment.quorum(),
                        assessment.routes()),
                Optional.empty(),
                Optional.of(new Certificate.Link(41, Sha256.of("the 41st entry"))));
    }
}
