package org.condaforge.quorate.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.journal.JournalService.Entry;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.vote.Presentation;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteSummary.Terms;

/// Everything on record of a standard vote.
///
/// @param rule as the governance pages write it
/// @param ruleInWords the same in plain English
/// @param recused who takes no part and said so
/// @param missing logins of active members who have neither voted nor recused themselves, while they can vote
/// @param history what happened, newest first
/// @param note where a result comes from that was not decided here
/// @param contradictions what files of records say against it, a sentence each
record VoteRecord(
        @JsonUnwrapped VoteAnswer.Standard vote,
        Optional<String> policyRevision,
        Optional<Instant> timeOutAt,
        Optional<Instant> decidedAt,
        Optional<String> calledBy,
        String text,
        String textHash,
        String justification,
        Optional<String> rule,
        Optional<String> ruleInWords,
        List<RouteAnswer> routes,
        List<Ballot> ballots,
        List<Recusal> recused,
        List<String> missing,
        List<Evidence> evidence,
        List<DiscussionAnswer> discussions,
        List<Event> history,
        Optional<String> note,
        List<String> contradictions) {

    /// A ballot of the roll call: `yes`, `no` or `abstain`. The last two are null where the member cast it;
    /// else it was given by `mail` or `voice` to the secretary with that login.
    record Ballot(
            String login,
            String choice,
            String comment,
            Instant castAt,
            Optional<String> given,
            Optional<String> enteredBy) {}

    /// That a member takes no part; the reason may be empty.
    record Recusal(String login, String reason, Instant at) {}

    /// A fact that counts for the time-out. The one kind so far is `presented`: at a core meeting on or after
    /// the opening and before the end. `source` is `minutes`, `marked` or `record`; `at` is null where only
    /// the day is known.
    record Evidence(String kind, LocalDate date, Optional<Instant> at, String source, String text) {}

    /// An act of the journal; `who` is null where the application did it by itself.
    record Event(Instant at, Optional<String> who, String what) {}

    static VoteRecord of(VoteDetail detail, RollCallNotes notes, List<Entry> history) {
        var vote = detail.summary();
        var rule = vote.terms().map(Terms::rule);
        return new VoteRecord(
                VoteAnswer.standard(vote),
                vote.terms().map(Terms::revision),
                vote.timeOutAt(),
                vote.decidedAt(),
                detail.calledBy().map(Person::login),
                detail.text(),
                detail.textHash(),
                detail.justification(),
                rule.map(RuleNotation::write),
                rule.map(Explanation::rule),
                RouteAnswer.all(detail.routes()),
                detail.ballots().stream()
                        .map(b -> new Ballot(
                                b.login(),
                                Words.of(b.choice()),
                                b.comment(),
                                b.castAt(),
                                notes.entryOf(b.member()).map(entry -> Words.of(entry.given())),
                                notes.entryOf(b.member()).map(RollCallNotes.Entered::byLogin)))
                        .toList(),
                notes.recused().stream()
                        .map(r -> new Recusal(r.login(), r.reason(), r.at()))
                        .toList(),
                detail.missing().stream().map(Roster.Entry::login).toList(),
                detail.presentations().stream()
                        .filter(Presentation::counts)
                        .map(p -> new Evidence("presented", p.date(), p.at(), Words.of(p.source()), p.text()))
                        .toList(),
                DiscussionAnswer.all(detail.discussions()),
                history.stream()
                        .map(e -> new Event(e.at(), e.who().map(JournalService.Who::name), e.what()))
                        .toList(),
                detail.recordNote(),
                detail.contradictions());
    }
}
