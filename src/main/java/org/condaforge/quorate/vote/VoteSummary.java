package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Headline;
import org.condaforge.quorate.rule.Outlook;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;

/// A vote in a list.
///
/// @param terms what it is voted under; empty where it is known from elsewhere only
/// @param tally the ballots cast so far, or as decided; empty where nobody knows
/// @param result how it ended; empty while it has not
/// @param plannedUntil the deadline it was called with, where it was extended since
public record VoteSummary(
        VoteId id,
        String title,
        Optional<Terms> terms,
        Classification classification,
        VoteState state,
        Optional<Instant> opensAt,
        Instant closesAt,
        Optional<Instant> timeOutAt,
        Optional<Instant> decidedAt,
        Optional<Result> result,
        Optional<Route> route,
        Optional<Tally> tally,
        Optional<ProposalNumber> proposal,
        Optional<Instant> plannedUntil) {

    /// A vote that was not extended.
    public VoteSummary(
            VoteId id,
            String title,
            Optional<Terms> terms,
            Classification classification,
            VoteState state,
            Optional<Instant> opensAt,
            Instant closesAt,
            Optional<Instant> timeOutAt,
            Optional<Instant> decidedAt,
            Optional<Result> result,
            Optional<Route> route,
            Optional<Tally> tally,
            Optional<ProposalNumber> proposal) {
        this(
                id,
                title,
                terms,
                classification,
                state,
                opensAt,
                closesAt,
                timeOutAt,
                decidedAt,
                result,
                route,
                tally,
                proposal,
                Optional.empty());
    }

    /// The rule a vote was called under and the size of its roster.
    ///
    /// @param active on the roster that the quorum is computed from: of the opening, or of the closing (today's
    ///     roster as long as the vote takes ballots)
    /// @param roster which of the two
    /// @param quorum how many must take part by the standard route (for a consensus: how many must say yes)
    public record Terms(
            String policy,
            String revision,
            String item,
            String itemTitle,
            Rule rule,
            boolean emeritusMayVote,
            int active,
            int emeritus,
            RosterDate roster,
            int quorum) {

        /// Who counts to the quorum.
        public Electorate electorate() {
            return new Electorate(active);
        }

        /// The same terms with the figures of that roster.
        Terms on(Roster day) {
            int now = day.active().size();
            return new Terms(
                    policy,
                    revision,
                    item,
                    itemTitle,
                    rule,
                    emeritusMayVote,
                    now,
                    day.emeritus().size(),
                    roster,
                    quorum(rule, now));
        }

        /// How many must take part among so many active members.
        static int quorum(Rule rule, int active) {
            return Assessment.of(rule, new Electorate(active), Tally.NONE, Evidence.atEndOf(Duration.ZERO))
                    .quorum();
        }
    }

    /// Whether ballots are taken.
    public boolean takesBallots() {
        return state.takesBallots();
    }

    /// When it next ends or ended: the deadline, or the time-out date of an overdue vote that has one.
    public Instant endsAt() {
        return timeOutAt.orElse(closesAt);
    }

    /// When it lapses if nobody confirms a date for its time-out.
    public Instant lapsesAt() {
        return closesAt.plus(VoteEnding.LAPSE);
    }

    /// How long it was meant to be open when it was called; that it was extended makes it no longer.
    public Duration planned() {
        return opensAt.map(opened -> Duration.between(opened, plannedUntil.orElse(closesAt)))
                .orElse(Duration.ZERO);
    }

    /// What becomes of it at its end as things stand, with so many people who may still vote. A time-out is
    /// never assumed: it is declared, not awaited.
    public Optional<Outlook> outlook(int mayStillVote) {
        return terms.flatMap(t ->
                tally.map(now -> Outlook.of(t.rule(), t.electorate(), now, Evidence.atEndOf(planned()), mayStillVote)));
    }

    /// The same in a sentence.
    public Optional<Headline> headline(int mayStillVote) {
        return outlook(mayStillVote)
                .map(outlook -> Headline.of(outlook, terms.orElseThrow().rule(), tally.orElseThrow()));
    }

    /// What becomes of it as things stand, in a few words, with so many people who may vote at all: "Would
    /// pass if two more take part".
    public Optional<String> inWords(int mayVote) {
        return headline(Math.max(0, mayVote - tally.orElse(Tally.NONE).cast())).map(Headline::lead);
    }

    /// Whether everybody may read what it is about, and who voted how.
    public boolean isPublic() {
        return classification == Classification.STANDARD;
    }

    /// What stands in the place of the title where the reader may not know it.
    public static final String SENSITIVE_TITLE = "A sensitive vote";

    /// The vote as everybody may see it. Of a sensitive one that is that it takes place, and until when: not
    /// what it is about, under which item it was called, who called it, how many took part, or how it ended.
    public VoteSummary forThePublic() {
        return isPublic()
                ? this
                : new VoteSummary(
                        id,
                        SENSITIVE_TITLE,
                        Optional.empty(),
                        classification,
                        takesBallots() ? VoteState.OPEN : VoteState.CLOSED,
                        opensAt,
                        state == VoteState.OVERDUE ? timeOutAt.orElseGet(this::lapsesAt) : closesAt,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /// Whether this is a sensitive vote as the public sees it.
    public boolean isHidden() {
        return !isPublic() && terms.isEmpty();
    }

    /// Whether its quorum is computed from today's roster.
    boolean followsRoster() {
        return takesBallots()
                && terms.filter(t -> t.roster() == RosterDate.CLOSING).isPresent();
    }

    VoteSummary with(Tally now) {
        return with(terms, Optional.of(now));
    }

    /// The same vote with the quorum of that roster.
    VoteSummary on(Roster roster) {
        return with(terms.map(t -> t.on(roster)), tally);
    }

    private VoteSummary with(Optional<Terms> terms, Optional<Tally> tally) {
        return new VoteSummary(
                id,
                title,
                terms,
                classification,
                state,
                opensAt,
                closesAt,
                timeOutAt,
                decidedAt,
                result,
                route,
                tally,
                proposal,
                plannedUntil);
    }
}
