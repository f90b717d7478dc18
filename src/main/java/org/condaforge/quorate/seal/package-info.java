/// Sealed ballots: what a secret ballot looks like until it is opened, and the keys that open it, which live in
/// a folder outside the database. The JDK's own cryptography only. Knows no votes and no members, and tells
/// nobody what it seals.
@NullMarked
@ApplicationModule(allowedDependencies = {"rule"})
package org.condaforge.quorate.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
