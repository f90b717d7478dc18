/// What the SQL of all modules shares: instants as UTC, pages of rows. Knows no table and no domain word.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.condaforge.quorate.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
