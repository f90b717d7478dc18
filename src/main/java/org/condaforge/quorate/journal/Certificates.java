package org.condaforge.quorate.journal;

import java.util.Comparator;
import java.util.Optional;
import org.condaforge.quorate.certificate.Certificate;
import org.condaforge.quorate.certificate.Certificate.Ballot;
import org.condaforge.quorate.certificate.Certificate.Ballots;
import org.condaforge.quorate.certificate.Certificate.Code;
import org.condaforge.quorate.certificate.Certificate.Ending;
import org.condaforge.quorate.certificate.Certificate.Later;
import org.condaforge.quorate.certificate.Certificate.Person;
import org.condaforge.quorate.certificate.Certificate.RosterDay;
import org.condaforge.quorate.certificate.Certificate.Seat;
import org.condaforge.quorate.certificate.CertificateText;
import org.condaforge.quorate.journal.JournalService.Place;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.vote.EndedVote;
import org.condaforge.quorate.vote.EndedVotes;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Certifies votes that were held and ended here: a file with all that a recount needs, which `quorate verify` counts
/// again without a database. The same vote gives the same file once its end is chained, unless somebody on it changes
/// login or name.
@Service
@Transactional(readOnly = true)
public class Certificates {

    private static final Comparator<Person> BY_LOGIN =
            Comparator.comparing(Person::login, String.CASE_INSENSITIVE_ORDER).thenComparing(Person::login);

    private final EndedVotes votes;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;

    Certificates(EndedVotes votes, CurrentMember currentMember, JdbcClient jdbc) {
        this.votes = votes;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
    }

    /// The certificate of that vote, as JSON. That of a sensitive vote is for members only.
    ///
    /// @throws NotCertified when it has none: it has not ended, was withdrawn, or was not held here
    /// @throws NotAllowed when a sensitive vote's is asked for by somebody who is no member
    public String of(VoteId id) {
        if (votes.isSensitive(id)) {
            currentMember.requireMember("read the certificate of a sensitive vote");
        }
        votes.obstacle(id).ifPresent(why -> {
            throw new NotCertified(why);
        });
        EndedVote vote = votes.find(id).orElseThrow();
        return CertificateText.write(certificate(vote));
    }

    /// Why that vote has no certificate, in a sentence; empty where it has one.
    public Optional<String> refusal(VoteId id) {
        return votes.obstacle(id);
    }

    /// Where the end of that vote stands in the chain; empty as long as it has not ended or is not chained.
    public Optional<Place> placeOf(VoteId id) {
        return jdbc.sql("""
                        SELECT c.position, c.hash
                        FROM vote v JOIN journal j ON j.subject_kind = 'vote' AND j.subject_key = :key
                                                  AND j.happened_at = v.decided_at
                             LEFT JOIN journal_chain c ON c.entry = j.id
                        WHERE v.id = :id AND v.state = 'CLOSED'
                        ORDER BY CASE WHEN j.what LIKE 'closed%' OR j.what LIKE 'lapsed%' THEN 0 ELSE 1 END, j.id DESC LIMIT 1""")
                .param("key", String.valueOf(id.number()))
                .param("id", id.number())
                .query((row, i) -> {
                    @Nullable String hash = row.getString("hash");
                    return hash == null
                            ? Optional.<Place>empty()
                            : Optional.of(new Place(row.getLong("position"), hash));
                })
                .optional()
                .flatMap(place -> place);
    }

    private Certificate certificate(EndedVote ended) {
        VoteDetail detail = ended.detail();
        VoteSummary vote = detail.summary();
        return new Certificate(
                new Certificate.Question(
                        vote.id().number(),
                        vote.title(),
                        vote.proposal().map(ProposalNumber::value),
                        detail.justification(),
                        detail.calledBy().map(MemberService.Person::login).or(ended.source()::caller)),
                terms(vote.terms().orElseThrow()),
                new Certificate.Text(
                        detail.text(),
                        detail.textHash(),
                        ended.source().link(),
                        ended.source().revision()),
                new Certificate.Dates(
                        vote.opensAt().orElseThrow(),
                        Optional.of(vote.opensAt()
                                        .orElseThrow()
                                        .plus(detail.evidence().planned()))
                                .filter(until -> until.isBefore(vote.closesAt())),
                        vote.closesAt(),
                        vote.timeOutAt(),
                        vote.decidedAt().orElseThrow()),
                electorate(vote.terms().orElseThrow(), ended),
                ballots(ended),
                detail.evidence(),
                result(vote, ended),
                ended.timeOut()
                        .map(act -> new Certificate.TimeOut(act.by(), act.at(), act.verifiedBy(), act.verifiedAt())),
                placeOf(vote.id()).map(place -> new Certificate.Link(place.position(), place.hash())));
    }

    private static Certificate.Terms terms(VoteSummary.Terms terms) {
        return new Certificate.Terms(
                terms.policy(),
                terms.revision(),
                terms.item(),
                terms.itemTitle(),
                RuleNotation.write(terms.rule()),
                terms.emeritusMayVote(),
                switch (terms.roster()) {
                    case OPENING -> RosterDay.OPENING;
                    case CLOSING -> RosterDay.CLOSING;
                });
    }

    private static Certificate.Electorate electorate(VoteSummary.Terms terms, EndedVote ended) {
        Comparator<Seat> byLogin = Comparator.comparing(Seat::person, BY_LOGIN);
        return new Certificate.Electorate(
                terms.active(),
                terms.emeritus(),
                ended.roster()
                        .map(roster -> roster.all().stream()
                                .map(Certificates::seat)
                                .sorted(byLogin)
                                .toList()),
                ended.others().stream()
                        .map(other -> new Later(seat(other.entry()), other.on()))
                        .sorted(Comparator.comparing(Later::seat, byLogin))
                        .toList());
    }

    private static Seat seat(Roster.Entry entry) {
        return new Seat(new Person(entry.login(), entry.name()), entry.standing() == Standing.ACTIVE);
    }

    private static Ballots ballots(EndedVote ended) {
        return ended.opened().<Ballots>map(Certificates::coded).orElseGet(() -> named(ended));
    }

    private static Ballots named(EndedVote ended) {
        return new Ballots.Named(ended.detail().ballots().stream()
                .map(ballot -> new Ballot(
                        new Person(ballot.login(), ballot.name()),
                        ballot.choice(),
                        ballot.comment(),
                        ballot.castAt(),
                        Optional.ofNullable(ended.enteredBy().get(ballot.member()))))
                .sorted(Comparator.comparing(Ballot::voter, BY_LOGIN))
                .toList());
    }

    private static Ballots coded(EndedVote.Opened opened) {
        return new Ballots.Coded(
                opened.byCode().entrySet().stream()
                        .map(ballot -> new Code(ballot.getKey(), ballot.getValue()))
                        .sorted(Comparator.comparing(Code::code))
                        .toList(),
                opened.voters().stream()
                        .map(voter -> new Person(voter.login(), voter.name()))
                        .sorted(BY_LOGIN)
                        .toList());
    }

    private static Certificate.Result result(VoteSummary vote, EndedVote ended) {
        Result result = vote.result().orElseThrow();
        return new Certificate.Result(
                Ending.of(result.label())
                        .orElseThrow(() ->
                                new NotCertified("How the vote ended is not known: there is no result to certify.")),
                vote.route(),
                ended.lapsed(),
                vote.tally().orElseThrow(),
                vote.terms().orElseThrow().quorum(),
                ended.detail().routes().stream().map(RouteExplanation::route).toList());
    }
}
