/// The certificate of an ended vote: a file with all that a recount needs, how it is written and strictly read, and the
/// check that counts it again. Pure functions of the file: knows no database, no clock and nobody who asks.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "rule", "policy"})
package org.condaforge.quorate.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
