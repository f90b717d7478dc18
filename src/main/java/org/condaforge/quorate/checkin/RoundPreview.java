package org.condaforge.quorate.checkin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteSummary;
import org.condaforge.quorate.vote.VoteSummary.Terms;

/// What the end of a round does if nobody answers any more. Pure: made of what was read.
///
/// @param byChoice who becomes emeritus because they said so
/// @param bySilence who does because they did not answer
/// @param activeNow active members today
/// @param activeThen active members after the end
/// @param quorums of every item of the policies in force that takes a share of the active members, in their
///     order
/// @param votes open standard votes that count the roster of their closing, and whose quorum or result would
///     change
/// @param fixedVotes how many open standard votes stay as they are because they count the roster of their
///     opening
public record RoundPreview(
        List<Asked> byChoice,
        List<Asked> bySilence,
        int activeNow,
        int activeThen,
        List<QuorumThen> quorums,
        List<VoteThen> votes,
        int fixedVotes) {

    public RoundPreview {
        byChoice = List.copyOf(byChoice);
        bySilence = List.copyOf(bySilence);
        quorums = List.copyOf(quorums);
        votes = List.copyOf(votes);
    }

    /// How many must take part in a vote on an item.
    ///
    /// @param policy its title
    /// @param item its title
    public record QuorumThen(String policy, String item, Rule rule, int now, int then) {}

    /// What becomes of an open vote.
    ///
    /// @param resultNow what it would come to if it ended now: `passed`, `rejected` or `inquorate`
    /// @param resultThen the same with the roster after the end
    public record VoteThen(
            VoteId vote, String title, int quorumNow, int quorumThen, String resultNow, String resultThen) {

        boolean changes() {
            return quorumNow != quorumThen || !resultNow.equals(resultThen);
        }
    }

    /// How many become emeritus.
    public int leaving() {
        return byChoice.size() + bySilence.size();
    }

    /// @param open the votes that take ballots; sensitive ones are passed over, for the preview is public
    static RoundPreview of(RoundDetail detail, int activeNow, List<Policy> policies, List<VoteSummary> open) {
        List<Asked> byChoice = leaving(detail, Asked.How.CHOICE);
        List<Asked> bySilence = leaving(detail, Asked.How.SILENCE);
        int activeThen = Math.max(0, activeNow - byChoice.size() - bySilence.size());
        List<QuorumThen> quorums = new ArrayList<>();
        for (Policy policy : policies) {
            policy.items()
                    .forEach(item -> item.rule()
                            .filter(rule -> !(rule instanceof Consensus))
                            .ifPresent(rule -> quorums.add(new QuorumThen(
                                    policy.title(),
                                    item.title(),
                                    rule,
                                    quorum(rule, activeNow),
                                    quorum(rule, activeThen)))));
        }
        List<VoteThen> votes = new ArrayList<>();
        int fixed = 0;
        for (VoteSummary vote : open) {
            Optional<Terms> terms = vote.isPublic() ? vote.terms() : Optional.empty();
            if (terms.filter(t -> t.roster() == RosterDate.CLOSING).isPresent()) {
                votes.add(then(vote, terms.get(), activeNow, activeThen));
            } else if (terms.isPresent()) {
                fixed++;
            }
        }
        return new RoundPreview(
                byChoice,
                bySilence,
                activeNow,
                activeThen,
                quorums,
                votes.stream().filter(VoteThen::changes).toList(),
                fixed);
    }

    private static List<Asked> leaving(RoundDetail detail, Asked.How how) {
        if (detail.round().state() == Round.State.APPLIED) {
            return List.of();
        }
        return detail.asked().stream()
                .filter(asked -> asked.leaving(detail.round().silence())
                        .filter(how::equals)
                        .isPresent())
                .toList();
    }

    private static int quorum(Rule rule, int active) {
        return Assessment.of(rule, new Electorate(active), Tally.NONE, Evidence.atEndOf(Duration.ZERO))
                .quorum();
    }

    private static VoteThen then(VoteSummary vote, Terms terms, int activeNow, int activeThen) {
        Assessment now = assess(vote, terms, activeNow);
        Assessment then = assess(vote, terms, activeThen);
        return new VoteThen(
                vote.id(),
                vote.title(),
                now.quorum(),
                then.quorum(),
                now.outcome().label(),
                then.outcome().label());
    }

    private static Assessment assess(VoteSummary vote, Terms terms, int active) {
        return Assessment.of(
                terms.rule(),
                new Electorate(active),
                vote.tally().orElse(Tally.NONE),
                Evidence.atEndOf(vote.planned()));
    }
}
