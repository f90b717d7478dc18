/// Who is signed in, and how: with an identity provider, or in demo mode on this computer only. What a person may do
/// is decided by the roster, in the services.
@NullMarked
@ApplicationModule(allowedDependencies = {"member"})
package org.condaforge.quorate.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
