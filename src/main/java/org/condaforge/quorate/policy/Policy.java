package org.condaforge.quorate.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A governance page as data: who votes, for how long, and on what.
///
/// @param name as in addresses: `conda-forge`
/// @param revision the edition of the source that the page restates; kept with every vote
/// @param emeritusMayVote whether emeritus members may vote; the quorum is computed from active members in any case
/// @param minimumPeriod the shortest period of a vote, unless its item says otherwise
/// @param defaultPeriod the period a caller is offered, where the item does not ask for a longer one
/// @param callText what a vote is announced with when it is called
/// @param reminderText what it is announced with while it is open
/// @param checkIn how members are asked whether they stay active; empty where the page does not say
/// @param items in the order of the page
/// @param page the Markdown it was read from
public record Policy(
        String name,
        String title,
        String revision,
        boolean emeritusMayVote,
        Deadline deadline,
        RosterDate roster,
        Duration minimumPeriod,
        Duration defaultPeriod,
        Wording callText,
        Wording reminderText,
        Optional<CheckInPolicy> checkIn,
        List<VotingItem> items,
        String page) {

    public Policy {
        items = List.copyOf(items);
    }

    /// The page, taken apart by its headings for its readers.
    public List<Passage> passages() {
        return Passage.of(page, items);
    }

    /// The period the caller of a vote on that item is offered: the default one, or longer where the item asks for
    /// more.
    public Duration usualPeriod(VotingItem item) {
        var least = item.restrictions().minimumPeriod();
        return least.compareTo(defaultPeriod) > 0 ? least : defaultPeriod;
    }

    /// The item of that name, if the policy has it.
    public Optional<VotingItem> item(String name) {
        return items.stream().filter(item -> item.name().equals(name)).findFirst();
    }
}
