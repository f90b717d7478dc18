/// The command line: what was asked for, what is started for it, and one clear sentence when it cannot be done. Does
/// nothing of the work itself.
@NullMarked
@ApplicationModule(allowedDependencies = {"rule", "policy", "source", "api", "journal", "certificate", "security"})
package org.condaforge.quorate.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
