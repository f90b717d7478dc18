package org.condaforge.quorate.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.condaforge.quorate.certificate.Certificate.Ballots;
import org.condaforge.quorate.certificate.Certificate.Person;
import org.condaforge.quorate.certificate.Certificate.Seat;
import org.condaforge.quorate.certificate.CertificateReport.Finding;

/// Whether everybody on the roster and among the voters is there once, and could vote.
final class VoterCheck {

    private static final int NAMED = 5;

    private final Certificate certificate;
    private final Findings findings;

    VoterCheck(Certificate certificate, Findings findings) {
        this.certificate = certificate;
        this.findings = findings;
    }

    void check() {
        roster();
        voters();
    }

    private void roster() {
        var electorate = certificate.electorate();
        if (electorate.roster().isEmpty()) {
            findings.say(
                    Finding.OPEN,
                    "The roster was not kept by name when this vote was held: its size of %d active and %d emeritus members cannot be checked."
                            .formatted(electorate.active(), electorate.emeritus()));
            return;
        }
        List<Seat> roster = electorate.roster().get();
        List<String> twice = twice(roster.stream().map(Seat::person).toList());
        findings.expect(
                twice.isEmpty(),
                "Everybody is on the roster once.",
                "On the roster more than once: %s.".formatted(named(twice)));
        long active = roster.stream().filter(Seat::active).count();
        findings.expect(
                active == electorate.active() && roster.size() - active == electorate.emeritus(),
                "The roster has %d active and %d emeritus members, as the certificate says."
                        .formatted(electorate.active(), electorate.emeritus()),
                "The roster has %d active and %d emeritus members, and the certificate says %d and %d."
                        .formatted(active, roster.size() - active, electorate.active(), electorate.emeritus()));
    }

    private void voters() {
        List<Person> voters = certificate.ballots().voters();
        List<String> twice = twice(voters);
        findings.expect(twice.isEmpty(), "Everybody voted once.", "Voted more than once: %s.".formatted(named(twice)));
        may(voters);
        switch (certificate.ballots()) {
            case Ballots.Named(var ballots) -> {
                var dates = certificate.dates();
                List<String> outside = ballots.stream()
                        .filter(ballot -> ballot.castAt().isBefore(dates.opened())
                                || ballot.castAt().isAfter(dates.decided()))
                        .map(ballot -> ballot.voter().login())
                        .toList();
                findings.expect(
                        outside.isEmpty(),
                        "Every ballot was cast while the vote was open.",
                        "Cast while the vote was not open: %s.".formatted(named(outside)));
            }
            case Ballots.Coded(var codes, var _) -> {
                findings.expect(
                        codes.size() == voters.size(),
                        "There are as many opened ballots as voters, %d.".formatted(voters.size()),
                        "There are %d opened ballots and %d voters.".formatted(codes.size(), voters.size()));
                Set<String> seen = new HashSet<>();
                findings.expect(
                        codes.stream().allMatch(code -> seen.add(code.code())),
                        "Every code stands there once.",
                        "A code stands there more than once.");
            }
        }
    }

    private void may(List<Person> voters) {
        var electorate = certificate.electorate();
        if (electorate.roster().isEmpty()) {
            findings.say(Finding.OPEN, "Whether every voter was on the roster cannot be checked.");
            return;
        }
        Map<String, List<Seat>> seats = new HashMap<>();
        electorate
                .roster()
                .get()
                .forEach(seat -> seats.computeIfAbsent(key(seat.person()), k -> new ArrayList<>())
                        .add(seat));
        electorate
                .others()
                .forEach(later -> seats.computeIfAbsent(key(later.seat().person()), k -> new ArrayList<>())
                        .add(later.seat()));
        boolean emeritus = certificate.terms().emeritusMayVote();
        List<String> not = voters.stream()
                .filter(voter ->
                        seats.getOrDefault(key(voter), List.of()).stream().noneMatch(seat -> seat.active() || emeritus))
                .map(Person::login)
                .toList();
        findings.expect(
                not.isEmpty(),
                "Every voter could vote: %s members.".formatted(emeritus ? "active and emeritus" : "only active"),
                "Voted, and could not by the roster: %s.".formatted(named(not)));
    }

    private static List<String> twice(List<Person> people) {
        return people.stream()
                .collect(Collectors.groupingBy(VoterCheck::key, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(times -> times.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String key(Person person) {
        return person.login().toLowerCase(Locale.ROOT);
    }

    private static String named(List<String> logins) {
        String some = logins.stream().limit(NAMED).map(Part::shown).collect(Collectors.joining(", "));
        return logins.size() > NAMED ? "%s and %d more".formatted(some, logins.size() - NAMED) : some;
    }
}
