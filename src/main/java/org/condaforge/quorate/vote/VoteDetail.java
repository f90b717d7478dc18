package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.RouteExplanation;

/// A vote with all that its page shows.
///
/// @param text the pinned text, Markdown
/// @param textHash its SHA-256
/// @param textChanged whether the proposal's file reads differently today
/// @param ballots the roll call, by name
/// @param missing active members who have neither voted nor recused themselves, by name
/// @param mayStillVote how many on today's roster may vote and have not; those who recused themselves still may
/// @param routes each route as it stands; none where no rule is known
/// @param discussions where the proposal was discussed, newest first
/// @param presentations where it was presented, newest first; not all of them count
/// @param nextMeeting the first core meeting before the end, while the vote is open
/// @param recount of a closed standard vote, by what it kept
/// @param recordNote where a result comes from that was not decided here
/// @param completable whether a core member can write down how it ended, or correct what one wrote down
/// @param contradictions what files of records say against what is recorded here, a sentence for each file
public record VoteDetail(
        VoteSummary summary,
        String text,
        String textHash,
        boolean textChanged,
        String justification,
        boolean noNeedsComment,
        Optional<Person> calledBy,
        List<Ballot> ballots,
        List<Roster.Entry> missing,
        int mayStillVote,
        Evidence evidence,
        List<RouteExplanation> routes,
        List<Discussion> discussions,
        List<Presentation> presentations,
        Optional<Instant> nextMeeting,
        Optional<Recount> recount,
        Optional<String> recordNote,
        boolean completable,
        List<String> contradictions) {

    /// A sensitive vote as everybody may see it: nothing but its line, which tells nothing.
    static VoteDetail hidden(VoteSummary summary) {
        return new VoteDetail(
                summary,
                "",
                "",
                false,
                "",
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                Evidence.atEndOf(Duration.ZERO),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    /// A ballot of the roll call.
    public record Ballot(MemberId member, String login, String name, Choice choice, String comment, Instant castAt) {}

    /// What will be known when a vote that takes ballots ends: it was open until then, be that its deadline
    /// or the time-out date that was confirmed. What is not known yet is not assumed.
    public Evidence evidenceAtEnd() {
        Duration open = summary.opensAt()
                .map(opened -> Duration.between(opened, summary.endsAt()))
                .filter(until -> until.compareTo(evidence.open()) > 0)
                .orElse(evidence.open());
        return new Evidence(evidence.planned(), open, true, evidence.presented(), evidence.chat(), evidence.mail());
    }

    /// The ballot of that member.
    public Optional<Ballot> ballotOf(MemberId member) {
        return ballots.stream().filter(b -> b.member().equals(member)).findFirst();
    }
}
