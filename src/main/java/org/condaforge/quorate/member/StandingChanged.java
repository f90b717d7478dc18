package org.condaforge.quorate.member;

import java.time.Instant;
import java.util.Optional;

/// A known member has another standing from now on: published inside the transaction that changes it, so that what
/// follows from it is stored with it or not at all. Standings of the past, which files tell, are no change.
///
/// @param before empty where they were on no roster
/// @param now empty where they left
/// @param source what says so, as it stands beside the standing
public record StandingChanged(
        MemberId member, String login, Optional<Standing> before, Optional<Standing> now, Instant at, String source) {

    /// Whether they are active now, and were not.
    public boolean returned() {
        return now.filter(Standing.ACTIVE::equals).isPresent();
    }

    /// What happened, without its subject: "became emeritus, by core.csv".
    public String words() {
        return now.map(standing -> "became %s, by %s".formatted(standing.label(), source))
                .orElse("left, being on no roster any more");
    }
}
