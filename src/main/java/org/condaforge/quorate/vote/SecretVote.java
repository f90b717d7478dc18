package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.seal.OpenedBallot;

/// What members see of a secret vote besides what they see of every vote.
///
/// @param voters how many have voted, while the ballots are sealed; afterwards how many are published
/// @param voted whether the reader has, while the ballots are sealed
/// @param publishFrom with fewer voters only the outcome is published
/// @param challengePeriod how long the key outlives the opening
/// @param keyDueAt when the key is destroyed; empty while the ballots are sealed
/// @param keyDestroyedAt when it was
/// @param opened what was in the ballots, in the order of their codes
/// @param voterNames who voted, in the order of their names
public record SecretVote(
        VoteId id,
        int voters,
        boolean voted,
        int publishFrom,
        Duration challengePeriod,
        Optional<Instant> keyDueAt,
        Optional<Instant> keyDestroyedAt,
        List<OpenedBallot> opened,
        List<Voter> voterNames) {

    /// Somebody who voted.
    public record Voter(String login, String name) {}

    /// Whether the ballots are still sealed.
    public boolean sealed() {
        return keyDueAt.isEmpty();
    }

    /// Whether everybody who voted chose the same, so that everybody knows what each of them chose.
    public boolean unanimous() {
        return opened.stream().map(OpenedBallot::choice).distinct().count() == 1;
    }

    /// Whether one voted unlike all the others, and so knows what each of them chose.
    public boolean oneAgainstAll() {
        Tally tally = SealedBox.tally(opened);
        return tally.cast() > 1
                && List.of(Choice.values()).stream()
                        .map(choice -> count(tally, choice))
                        .filter(count -> count > 0)
                        .sorted()
                        .toList()
                        .equals(List.of(1, tally.cast() - 1));
    }

    private static int count(Tally tally, Choice choice) {
        return switch (choice) {
            case YES -> tally.yes();
            case NO -> tally.no();
            case ABSTAIN -> tally.abstain();
        };
    }
}
