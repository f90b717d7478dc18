package org.condaforge.quorate.support;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is at the keyboard of the running thread.
public final class SignIn {

    private SignIn() {}

    /// The person with that login, on a roster or not.
    public static void as(String login) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(login, "", List.of()));
        SecurityContextHolder.setContext(context);
    }

    /// Nobody.
    public static void out() {
        SecurityContextHolder.clearContext();
    }
}
