package org.condaforge.quorate.insight;

import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;

/// How far the quorum of every item is from being out of reach.
///
/// @param since from when on votes are looked at
/// @param votes how many standard votes with ballots ended since
/// @param active how many members are active today
/// @param voting how many of them took part in one of these votes
/// @param emeritusVoting how many emeritus members did; their ballots count where the policy lets them vote
/// @param items every item that is decided by a vote, the closest to being out of reach first
public record QuorumHealth(
        LocalDate since, int votes, int active, int voting, int emeritusVoting, List<ItemHealth> items) {

    /// An item and its reach.
    public record ItemHealth(Policy policy, VotingItem item, Reach reach) {}

    public QuorumHealth {
        items = List.copyOf(items);
    }
}
