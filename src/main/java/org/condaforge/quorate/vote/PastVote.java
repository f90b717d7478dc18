package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Tally;

/// A vote of the past as a core member writes it down. What nobody knows is empty.
///
/// @param proposal the CFEP it was on; empty for a vote on something else
/// @param title what was voted on, one line; may be blank for a CFEP
/// @param item what it is counted by
/// @param openedOn the day it was called on
/// @param endedOn the day it ended on; where its time-out was declared, that day
/// @param outcome how it ended, as its source says
/// @param timedOut whether a time-out decided it: all that the time-out asks for was met then
/// @param tally its totals
/// @param active how many were active members then; counts only where the roster of that day is not known
/// @param source where all this is known from: a link, or who remembers what
/// @param text what was voted on, Markdown, or a link to it; may be blank
public record PastVote(
        Optional<ProposalNumber> proposal,
        String title,
        Optional<Item> item,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> endedOn,
        Result outcome,
        boolean timedOut,
        Optional<Tally> tally,
        Optional<Integer> active,
        String source,
        String text) {

    /// An item of a policy, by their names.
    public record Item(String policy, String name) {}

    /// What is worth knowing before it is recorded, and keeps nobody from it.
    ///
    /// @param sentence for people
    /// @param vote the vote it speaks of, if of another
    public record Remark(String sentence, Optional<VoteId> vote) {

        static Remark of(String sentence) {
            return new Remark(sentence, Optional.empty());
        }
    }
}
