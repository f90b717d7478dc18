/// Votes and ballots: calling, casting, closing, and the record of what was decided. What a tally means is not decided
/// here but in `rule`; when the core team meets it learns through [MeetingCalendar].
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "rule", "seal", "policy", "member", "proposal"})
package org.condaforge.quorate.vote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
