package org.condaforge.quorate.source;

import java.time.Instant;
import java.time.LocalDate;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.vote.VoteId;

/// The file behind a meeting, a proposal or a vote record, which is no longer at its source.
///
/// @param name of the file
/// @param since when it was missed
public record GoneFile(String name, Instant since) {

    /// What a file tells of.
    ///
    /// @param gave a date, a number, or the vote's number
    public record Subject(Kind kind, String gave) {

        /// The minutes of that day.
        public static Subject of(LocalDate meeting) {
            return new Subject(Kind.MINUTES, meeting.toString());
        }

        /// The file of that proposal.
        public static Subject of(ProposalNumber proposal) {
            return new Subject(Kind.PROPOSAL, String.valueOf(proposal.value()));
        }

        /// The record that told of that vote.
        public static Subject of(VoteId vote) {
            return new Subject(Kind.VOTE_RECORD, String.valueOf(vote.number()));
        }
    }

    /// The kinds of records that have a file behind them.
    public enum Kind {
        MINUTES,
        PROPOSAL,
        VOTE_RECORD
    }
}
