/// Who did what, when: every [org.condaforge.quorate.member.Act], written in the act's own transaction and never
/// changed,
/// and the news of it for open pages. Decides nothing and knows no secret.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "member"})
package org.condaforge.quorate.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
