/// The check-in: rounds in which members say whether they stay active, what their end does, and who has not
/// been seen for long. Decides no standing but by an answer, a silence or a member's own word; sends nothing
/// to anybody.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "rule", "policy", "member", "vote"})
package org.condaforge.quorate.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
