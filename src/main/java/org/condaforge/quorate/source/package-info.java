/// Brings files to the module that can read them, and reports line by line what came of it. Understands no format
/// itself.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "member", "proposal", "vote", "meeting"})
package org.condaforge.quorate.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
