/// The sample community of a first start, laid down from the files under `sample/`. It knows no way in of its own: all
/// goes through the services that real members, files and votes go through.
@NullMarked
@ApplicationModule(allowedDependencies = {"rule", "policy", "member", "proposal", "vote", "checkin", "meeting"})
package org.condaforge.quorate.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
