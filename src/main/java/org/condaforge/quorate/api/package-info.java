/// The public HTTP API: what everybody may read, as JSON. Changes nothing, knows nobody who asks, and holds
/// neither rules nor SQL.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"store", "rule", "policy", "member", "proposal", "vote", "meeting", "journal"})
package org.condaforge.quorate.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
