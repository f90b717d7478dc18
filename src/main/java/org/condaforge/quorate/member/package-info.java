/// The people of core: who they are, their standing over time, the roster of any date, and who is at the keyboard
/// ([CurrentMember]). Knows nothing of votes, proposals or meetings.
@NullMarked
@ApplicationModule(allowedDependencies = {"store"})
package org.condaforge.quorate.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
