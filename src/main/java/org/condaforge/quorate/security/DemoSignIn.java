package org.condaforge.quorate.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Demo mode: choose whom to be, without a password. For this computer only: requests must come from it, be
/// addressed to it, and not through a proxy.
@Component
public class DemoSignIn {

    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final SignInMode mode;
    private final MemberService members;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    DemoSignIn(SignInMode mode, MemberService members) {
        this.mode = mode;
        this.members = members;
    }

    /// Whether the application runs in demo mode.
    public boolean enabled() {
        return mode.demo();
    }

    /// Signs the session in as that member of the roster.
    ///
    /// @throws NotAllowed outside demo mode, from elsewhere, or for a login on no roster
    public void signIn(String login, HttpServletRequest request, HttpServletResponse response) {
        if (!enabled()) {
            throw new NotAllowed("Demo sign-in is off: this instance has an identity provider.");
        }
        if (!local(request)) {
            throw new NotAllowed("Demo sign-in works on the computer that runs Quorate only.");
        }
        String known = members.rosterEntry(login)
                .orElseThrow(() -> new NotAllowed("Nobody on the roster has the login " + login + "."))
                .login();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                known, "", List.of(new SimpleGrantedAuthority("ROLE_DEMO"))));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    static boolean local(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && LOCAL_NAMES.contains(request.getServerName())
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
