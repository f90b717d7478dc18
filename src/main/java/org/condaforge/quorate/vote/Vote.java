package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.store.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/// A vote as it is stored, without its ballots. It keeps what a recount needs years later: the rule in words of the
/// page it was called under, the page's revision, the pinned text and the size of the roster: as of the call, and once
/// it has ended, as of the day that its policy counts by.
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
        @Nullable RosterDate roster,
        @Nullable Instant earlyCloseFrom,
        VoteState state) {

    private static final int LONGEST_SUBJECT = 300;

    /// The vote as it is called: open, and with all that stays with it.
    static Vote called(
            Policy policy,
            VotingItem item,
            Call call,
            String text,
            Optional<MemberId> caller,
            Instant opensAt,
            Roster roster) {
        return new Vote(
                null,
                null,
                call.title().strip(),
                subject(call, item),
                call.proposal().map(ProposalNumber::value).orElse(null),
                policy.name(),
                policy.revision(),
                item.name(),
                item.title(),
                RuleNotation.write(item.rule().orElseThrow()),
                policy.emeritusMayVote(),
                item.restrictions().noNeedsComment(),
                item.classification(),
                text,
                Sha256.of(text),
                call.justification().strip(),
                caller.map(MemberId::number).orElse(null),
                opensAt,
                call.closesAt(),
                roster.active().size(),
                roster.emeritus().size(),
                policy.roster(),
                earlyCloseFrom(item, opensAt),
                VoteState.OPEN);
    }

    /// What is voted on, of which there is one active vote: the CFEP, the person with what is to become of them, or the
    /// question.
    static String subject(Call call, VotingItem item) {
        return call.proposal()
                .map(ProposalNumber::label)
                .or(() -> call.about().map(login -> item.name() + " @" + login.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> subject(item.name(), call.title()));
    }

    /// The subject of a vote on a question.
    static String subject(String item, String title) {
        String subject = item + ": " + title.strip().toLowerCase(Locale.ROOT);
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    /// The end of the minimum period where the item lets its votes close early. Nobody can tell how a sensitive vote
    /// stands before its end.
    private static @Nullable Instant earlyCloseFrom(VotingItem item, Instant opensAt) {
        return item.restrictions().earlyClose() && item.classification() == Classification.STANDARD
                ? opensAt.plus(item.restrictions().minimumPeriod())
                : null;
    }

    /// The call in the words of the journal.
    String calledWords() {
        return "called the vote, %d active on the roster".formatted(active);
    }
}
