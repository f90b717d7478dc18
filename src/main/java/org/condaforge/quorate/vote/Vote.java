package org.condaforge.quorate.vote;

import java.time.Instant;
import org.condaforge.quorate.policy.Classification;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/// A vote as it is stored, without its ballots. It keeps what a recount needs years later: the rule in words of the
/// page it was called under, the page's revision, the pinned text and the size of the roster.
@Table("vote")
record Vote(
        @Id @Nullable Long id,
        @Version @Nullable Long version,
        String title,
        String subject,
        @Nullable Integer proposal,
        @Nullable String policy,
        @Nullable String policyRevision,
        @Nullable String item,
        @Nullable String itemTitle,
        @Nullable String rule,
        @Nullable Boolean emeritusMayVote,
        boolean noNeedsComment,
        Classification classification,
        String text,
        String textHash,
        String justification,
        @Nullable Long calledBy,
        @Nullable Instant opensAt,
        Instant closesAt,
        @Nullable Integer active,
        @Nullable Integer emeritus,
        VoteState state) {}
