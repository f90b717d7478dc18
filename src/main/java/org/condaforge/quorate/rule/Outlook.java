package org.condaforge.quorate.rule;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where an open vote is heading.
///
/// @param atEnd what it comes to if nobody else votes
/// @param morePasses the smallest number of further participants, at least 1, that makes it pass whatever they
///     say; empty if it passes without them or no such number may still vote
/// @param quorumMissing how many must still take part; for a consensus how many must still say +1; 0 when met
/// @param settled whether no further ballot can change the outcome's label, the cast ones standing as they are
public record Outlook(Assessment atEnd, OptionalInt morePasses, int quorumMissing, boolean settled) {

    /// Looks ahead from these ballots.
    ///
    /// Only pure extremes are tried, not every way in which further people can split: among equally many
    /// further ballots, to turn a yes or an abstention into a no never helps a vote to pass, so what passes
    /// with all of them against it passes anyway, and what all of them can neither carry nor sink is settled.
    /// The tests compare this to every split.
    ///
    /// @param evidenceAtEnd what will be known when the vote ends
    /// @param mayStillVote how many may vote and have not
    public static Outlook of(Rule rule, Electorate electorate, Tally tally, Evidence evidenceAtEnd, int mayStillVote) {
        var atEnd = Assessment.of(rule, electorate, tally, evidenceAtEnd);
        var morePasses = atEnd.passes()
                ? OptionalInt.empty()
                : IntStream.rangeClosed(1, mayStillVote)
                        .filter(more -> Assessment.of(rule, electorate, tally.with(Choice.NO, more), evidenceAtEnd)
                                .passes())
                        .findFirst();
        var label = atEnd.outcome().label();
        var settled = IntStream.rangeClosed(1, mayStillVote)
                .boxed()
                .flatMap(more -> Stream.of(tally.with(Choice.YES, more), tally.with(Choice.NO, more)))
                .allMatch(then -> label.equals(Assessment.of(rule, electorate, then, evidenceAtEnd)
                        .outcome()
                        .label()));
        return new Outlook(atEnd, morePasses, quorumMissing(rule, atEnd.quorum(), tally), settled);
    }

    private static int quorumMissing(Rule rule, int quorum, Tally tally) {
        return switch (rule) {
            case Majority _ -> Math.max(0, quorum - tally.cast());
            case Consensus _ -> Math.max(0, quorum - tally.yes());
            case AnyOf(var rules) -> quorumMissing(rules.getLast(), quorum, tally);
        };
    }
}
