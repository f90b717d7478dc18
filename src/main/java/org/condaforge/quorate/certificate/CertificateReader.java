package org.condaforge.quorate.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.certificate.Certificate.Ballot;
import org.condaforge.quorate.certificate.Certificate.Ballots;
import org.condaforge.quorate.certificate.Certificate.Code;
import org.condaforge.quorate.certificate.Certificate.Ending;
import org.condaforge.quorate.certificate.Certificate.Later;
import org.condaforge.quorate.certificate.Certificate.Person;
import org.condaforge.quorate.certificate.Certificate.RosterDay;
import org.condaforge.quorate.certificate.Certificate.Seat;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Requirement;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.rule.Tally;

/// Reads what a certificate says, member by member.
final class CertificateReader {

    private static final int LINE = 5_000;
    private static final int COMMENT = 70_000;
    private static final int PEOPLE = 100_000;
    private static final int ROUTES = 200;
    private static final int CONDITIONS = 20;
    private static final long SAFE = (1L << 53) - 1;
    private static final int WORD = 500;
    private static final int TEXT = 17_000_000;
    private static final int MOST = 1_000_000;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private CertificateReader() {}

    static Certificate certificate(Part file) {
        Part vote = file.member("vote");
        boolean standard = vote.member("classification")
                .word(
                        word -> Optional.of(word).filter(List.of("standard", "sensitive")::contains),
                        "standard or sensitive",
                        "standard")
                .equals("standard");
        return new Certificate(
                question(vote),
                terms(file.member("terms")),
                text(file.member("text")),
                dates(file.member("dates")),
                electorate(file.member("electorate")),
                standard
                        ? new Ballots.Named(file.member("ballots").list(PEOPLE, CertificateReader::ballot))
                        : new Ballots.Coded(
                                file.member("codes").list(PEOPLE, CertificateReader::code),
                                file.member("voters").list(PEOPLE, CertificateReader::voter)),
                evidence(file.member("evidence")),
                result(file.member("result")),
                file.member("timeOut").maybe(CertificateReader::timeOut),
                file.member("journal").maybe(CertificateReader::link));
    }

    private static Certificate.Question question(Part vote) {
        var question = new Certificate.Question(
                vote.member("id").number(1, SAFE),
                vote.member("title").text(LINE),
                vote.member("proposal").maybe(number -> (int) number.number(0, MOST)),
                vote.member("justification").text(COMMENT),
                vote.member("calledBy").maybe(by -> by.text(WORD)));
        vote.close();
        return question;
    }

    private static Certificate.Terms terms(Part terms) {
        var read = new Certificate.Terms(
                terms.member("policy").text(WORD),
                terms.member("revision").text(WORD),
                terms.member("item").text(WORD),
                terms.member("itemTitle").text(WORD),
                terms.member("rule").text(LINE),
                terms.member("emeritusMayVote").flag(),
                terms.member("rosterDate").word(RosterDay::of, "opening or closing", RosterDay.OPENING));
        terms.close();
        return read;
    }

    private static Certificate.Text text(Part text) {
        var read = new Certificate.Text(
                text.member("content").text(TEXT),
                digest(text.member("sha256")),
                text.member("source").maybe(source -> source.text(LINE)),
                text.member("revision").maybe(revision -> revision.text(WORD)));
        text.close();
        return read;
    }

    private static Certificate.Dates dates(Part dates) {
        var read = new Certificate.Dates(
                instant(dates.member("opened")),
                dates.member("calledUntil").maybe(CertificateReader::instant),
                instant(dates.member("closes")),
                dates.member("timeOut").maybe(CertificateReader::instant),
                instant(dates.member("decided")));
        dates.close();
        return read;
    }

    private static Certificate.Electorate electorate(Part electorate) {
        var read = new Certificate.Electorate(
                (int) electorate.member("active").number(0, MOST),
                (int) electorate.member("emeritus").number(0, MOST),
                electorate
                        .member("roster")
                        .maybe(roster -> roster.list(PEOPLE, part -> {
                            Seat seat = seat(part);
                            part.close();
                            return seat;
                        })),
                electorate.member("others").list(PEOPLE, CertificateReader::later));
        electorate.close();
        return read;
    }

    private static Person person(Part part) {
        return new Person(part.member("login").text(WORD), part.member("name").text(WORD));
    }

    private static Person voter(Part part) {
        Person person = person(part);
        part.close();
        return person;
    }

    private static Seat seat(Part part) {
        return new Seat(
                person(part),
                part.member("standing")
                        .word(
                                word -> switch (word) {
                                    case "active" -> Optional.of(true);
                                    case "emeritus" -> Optional.of(false);
                                    default -> Optional.empty();
                                },
                                "active or emeritus",
                                true));
    }

    private static Later later(Part part) {
        Later later = new Later(
                seat(part), part.member("on").exactly(LocalDate::parse, "a date such as 2026-03-02", LocalDate.EPOCH));
        part.close();
        return later;
    }

    private static Ballot ballot(Part part) {
        Ballot ballot = new Ballot(
                person(part),
                choice(part.member("choice")),
                part.member("comment").text(COMMENT),
                instant(part.member("castAt")),
                part.member("enteredBy").maybe(by -> by.text(WORD)));
        part.close();
        return ballot;
    }

    private static Code code(Part part) {
        Code code = new Code(part.member("code").text(WORD), choice(part.member("choice")));
        part.close();
        return code;
    }

    private static Choice choice(Part part) {
        return part.word(
                word -> Arrays.stream(Choice.values())
                        .filter(choice -> CertificateText.choice(choice).equals(word))
                        .findFirst(),
                "yes, no or abstain",
                Choice.ABSTAIN);
    }

    private static Evidence evidence(Part part) {
        Evidence evidence = new Evidence(
                period(part.member("planned")),
                period(part.member("open")),
                part.member("ended").flag(),
                part.member("presented").flag(),
                notices(part.member("chat")),
                notices(part.member("mail")));
        part.close();
        return evidence;
    }

    private static Notices notices(Part part) {
        Notices notices = new Notices(
                part.member("start").flag(),
                part.member("middle").flag(),
                part.member("end").flag());
        part.close();
        return notices;
    }

    private static Certificate.Result result(Part part) {
        var result = new Certificate.Result(
                part.member("outcome").word(Ending::of, "passed, rejected or inquorate", Ending.INQUORATE),
                part.member("route").maybe(CertificateReader::routeName),
                part.member("lapsed").flag(),
                tally(part.member("tally")),
                (int) part.member("quorum").number(0, MOST),
                part.member("routes").list(ROUTES, CertificateReader::route));
        part.close();
        return result;
    }

    private static Tally tally(Part part) {
        Tally tally = new Tally(
                (int) part.member("yes").number(0, MOST),
                (int) part.member("no").number(0, MOST),
                (int) part.member("abstain").number(0, MOST));
        part.close();
        return tally;
    }

    private static Route routeName(Part part) {
        return part.word(Route::of, "standard, accelerated, time-out or consensus", Route.STANDARD);
    }

    private static RouteAssessment route(Part part) {
        RouteAssessment route = new RouteAssessment(
                routeName(part.member("route")),
                part.member("state")
                        .word(
                                word -> Arrays.stream(RouteState.values())
                                        .filter(state -> state.label().equals(word))
                                        .findFirst(),
                                "passes, rejects, short, not-needed or not-offered",
                                RouteState.SHORT),
                part.member("conditions").list(CONDITIONS, CertificateReader::condition));
        part.close();
        return route;
    }

    private static Condition condition(Part part) {
        Condition condition = new Condition(
                part.member("name")
                        .word(
                                word -> Arrays.stream(Requirement.values())
                                        .filter(requirement ->
                                                requirement.label().equals(word))
                                        .findFirst(),
                                "what a route asks for",
                                Requirement.PARTICIPATION),
                (int) part.member("have").number(0, Integer.MAX_VALUE),
                (int) part.member("need").number(0, Integer.MAX_VALUE));
        String bound = CertificateText.bound(condition);
        part.member("bound").word(word -> Optional.of(word).filter(bound::equals), bound, bound);
        Part met = part.member("met");
        if (met.flag() != condition.met()) {
            met.wrong("%s: there are %d, needed are %s %d"
                    .formatted(condition.met(), condition.have(), bound.replace('-', ' '), condition.need()));
        }
        part.close();
        return condition;
    }

    private static Certificate.TimeOut timeOut(Part part) {
        var act = new Certificate.TimeOut(
                part.member("declaredBy").text(WORD),
                instant(part.member("declaredAt")),
                part.member("verifiedBy").text(WORD),
                instant(part.member("verifiedAt")));
        part.close();
        return act;
    }

    private static Certificate.Link link(Part part) {
        var link = new Certificate.Link(part.member("position").number(1, SAFE), digest(part.member("hash")));
        part.close();
        return link;
    }

    static String digest(Part part) {
        return part.word(
                text -> Optional.of(text).filter(DIGEST.asMatchPredicate()),
                "a SHA-256: 64 digits from 0 to f",
                "0".repeat(64));
    }

    private static Instant instant(Part part) {
        return part.exactly(Instant::parse, "an instant in UTC such as 2026-03-02T09:00:00Z", Instant.EPOCH);
    }

    private static Duration period(Part part) {
        Duration period = part.exactly(Duration::parse, "a period such as PT168H", Duration.ZERO);
        if (period.isNegative()) {
            part.wrong("a period that is not negative");
        }
        return period;
    }
}
