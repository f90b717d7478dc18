package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;

/// What is on record of a vote besides its ballots: the meetings that spoke of it, where it was presented, how it was
/// announced.
///
/// @param spoken the discussions of its proposal, newest first
/// @param presented newest first; not all of them count
/// @param notices oldest first
record VoteEvidence(List<Discussion> spoken, List<Presentation> presented, List<VoteNotice> notices) {

    /// That, as the rules ask for it, at an instant: until then, but no longer than to its end, ballots were taken.
    Evidence at(VoteSummary vote, Instant now) {
        Instant end = TimeOuts.endThatCounts(vote);
        boolean endIsSet = vote.state() != VoteState.OVERDUE || vote.timeOutAt().isPresent();
        Instant until = endIsSet && now.isAfter(end) ? end : now;
        Optional<Instant> opened = vote.opensAt().filter(from -> !from.isAfter(until));
        return new Evidence(
                vote.planned(),
                opened.map(from -> Duration.between(from, until)).orElse(Duration.ZERO),
                endIsSet && !now.isBefore(end),
                presented.stream().anyMatch(Presentation::counts),
                announced(Channel.CHAT, opened, end),
                announced(Channel.MAIL, opened, end));
    }

    private Notices announced(Channel channel, Optional<Instant> opened, Instant end) {
        return opened.filter(from -> !end.isBefore(from))
                .map(from -> new NoticeWindows(from, end)
                        .notices(notices.stream()
                                .filter(notice -> notice.channel() == channel)
                                .map(VoteNotice::sentAt)
                                .toList()))
                .orElse(Notices.NONE);
    }
}
