/// The governance pages, read into policies and their voting items: what may be voted on, and by which rule. Knows
/// nothing of a particular vote, of who its voters are, or of the time.
@NullMarked
@ApplicationModule(allowedDependencies = {"rule"})
package org.condaforge.quorate.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
