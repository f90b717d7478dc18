package org.condaforge.quorate.api;

import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteSummary;
import org.condaforge.quorate.vote.VoteSummary.Terms;

/// A vote as everybody may see it.
sealed interface VoteAnswer {

    /// Yes, no and abstentions.
    record Tally(int yes, int no, int abstain) {}

    /// The roster that the quorum is computed from: of the call, or of the end where the policy says so.
    record Electorate(int active, int emeritus) {}

    /// A standard vote. Item, policy, electorate and quorum are null where it is known from minutes only; `route` is
    /// null until it has ended and where nobody wrote it down.
    record Standard(
            long id,
            String title,
            Optional<String> item,
            Optional<String> policy,
            String classification,
            String state,
            Optional<Instant> opensAt,
            Instant closesAt,
            Optional<String> outcome,
            Optional<String> route,
            Optional<Tally> tally,
            Optional<Electorate> electorate,
            Optional<Integer> quorum,
            Optional<Integer> proposal)
            implements VoteAnswer {}

    /// A sensitive vote: that it takes place. It has no member for its title, item, subject, text, ballots or
    /// outcome, so none of them can slip out; its state is `open` or `closed`.
    record Sensitive(long id, String classification, String state, Optional<Instant> opensAt, Instant closesAt)
            implements VoteAnswer {}

    static VoteAnswer of(VoteSummary vote) {
        return switch (vote.classification()) {
            case STANDARD -> standard(vote);
            case SENSITIVE -> sensitive(vote.forThePublic());
        };
    }

    private static Sensitive sensitive(VoteSummary vote) {
        return new Sensitive(
                vote.id().number(),
                Words.of(Classification.SENSITIVE),
                vote.state().label(),
                vote.opensAt(),
                vote.closesAt());
    }

    static Standard standard(VoteSummary vote) {
        return new Standard(
                vote.id().number(),
                vote.title(),
                vote.terms().map(Terms::item),
                vote.terms().map(Terms::policy),
                Words.of(Classification.STANDARD),
                vote.state().label(),
                vote.opensAt(),
                vote.closesAt(),
                vote.result().map(Result::label),
                vote.result()
                        .flatMap(result -> result == Result.INQUORATE
                                ? Optional.of("none")
                                : vote.route().map(Route::label)),
                vote.tally().map(t -> new Tally(t.yes(), t.no(), t.abstain())),
                vote.terms().map(t -> new Electorate(t.active(), t.emeritus())),
                vote.terms().map(Terms::quorum),
                vote.proposal().map(ProposalNumber::value));
    }
}
