/// The vote rules: what a tally means, as pure functions of data.
///
/// It knows nothing of people, clocks, storage or pages: who may vote, when a vote ends and what was announced
/// are given to it as numbers. All arithmetic is on whole numbers.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.condaforge.quorate.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
