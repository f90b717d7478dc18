package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalNumber;

/// What a core member wants voted on.
///
/// @param proposal the CFEP; empty for a vote on something else
/// @param title the question, one line
/// @param text the text that is voted on; for a proposal its file is taken when this is empty
/// @param closesAt the deadline
public record Call(
        String policy,
        String item,
        Optional<ProposalNumber> proposal,
        String title,
        String text,
        Instant closesAt,
        String justification) {}
