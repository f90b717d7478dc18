package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.rule.Choice;

/// A vote that was held and ended here, with all that it kept: what a certificate says of it.
///
/// @param source where its text stands, and who called it that is no member
/// @param lapsed whether it stays without a decision because nobody confirmed its time-out in time
/// @param roster that it is counted by, by name; empty for a vote from before it was kept
/// @param others who voted and does not stand so on that roster
/// @param enteredBy who entered a ballot on a voter's behalf, by login
/// @param opened what was in the ballots of a sensitive vote
/// @param timeOut who declared and verified it
public record EndedVote(
        VoteDetail detail,
        Source source,
        boolean lapsed,
        Optional<Roster> roster,
        List<Other> others,
        Map<MemberId, String> enteredBy,
        Optional<Opened> opened,
        Optional<Declared> timeOut) {

    /// Where the pinned text stands and in which revision, and the login of a caller who was no member.
    public record Source(Optional<String> caller, Optional<String> link, Optional<String> revision) {

        static final Source UNKNOWN = new Source(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Somebody who voted by the roster of that day.
    public record Other(Roster.Entry entry, LocalDate on) {}

    /// The opened ballots of a sensitive vote by their codes, and beside them who voted.
    public record Opened(Map<String, Choice> byCode, List<MemberService.Person> voters) {

        public Opened {
            byCode = Map.copyOf(byCode);
            voters = List.copyOf(voters);
        }

        /// Says neither: opened ballots must not end up in a log by accident.
        @Override
        public String toString() {
            return "opened ballots";
        }
    }

    /// Who declared a time-out and who verified it, by login.
    public record Declared(String by, Instant at, String verifiedBy, Instant verifiedAt) {}

    public EndedVote {
        others = List.copyOf(others);
        enteredBy = Map.copyOf(enteredBy);
    }
}
