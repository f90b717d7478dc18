/// What the record says about the core team as a whole: participation, turnout, the time decisions take, attendance,
/// and how far every quorum is from being out of reach. Reads only; keeps no state of its own, and knows nothing of
/// sensitive votes.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "rule", "policy", "member", "proposal", "vote", "meeting"})
package org.condaforge.quorate.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
