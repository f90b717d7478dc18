package org.condaforge.quorate.proposal;

import java.util.List;
import java.util.Optional;

/// A proposal with all that is known of it but its votes.
///
/// @param body the file's Markdown without its header; empty where no file is known
/// @param history every status, oldest first
public record ProposalDetail(
        ProposalSummary summary,
        List<Author> authors,
        Optional<String> discussion,
        Optional<String> implementation,
        Optional<String> body,
        Optional<String> fileName,
        List<StatusEntry> history,
        List<Discussion> discussions) {}
