/// Proposals (CFEPs): their text, their status over time, and where file and record differ. Knows nothing of votes or
/// meetings; who discussed a proposal it learns through [DiscussionSource].
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "member"})
package org.condaforge.quorate.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
