/// The core meetings: what their minutes say, and when the coming ones are. Reads minutes; decides nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "member", "proposal", "vote"})
package org.condaforge.quorate.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
