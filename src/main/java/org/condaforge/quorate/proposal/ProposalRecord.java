package org.condaforge.quorate.proposal;

import java.util.List;
import java.util.Optional;

/// A proposal with its history and discussions, without its text: what a list of records holds.
///
/// @param history every status that somebody or something told of, oldest first
/// @param discussions newest first
public record ProposalRecord(
        ProposalSummary summary,
        List<Author> authors,
        Optional<String> discussion,
        Optional<String> implementation,
        List<StatusEntry> history,
        List<Discussion> discussions) {}
