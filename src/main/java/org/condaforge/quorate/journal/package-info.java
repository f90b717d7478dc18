/// Who did what, when: every [org.condaforge.quorate.member.Act], written in the act's own transaction and never
/// changed, the news of it for open pages, and the certificates of votes. Decides nothing and knows no secret.
@NullMarked
@ApplicationModule(allowedDependencies = {"store", "rule", "policy", "member", "proposal", "vote", "certificate"})
package org.condaforge.quorate.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
