package org.condaforge.quorate.security;

import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/// The person of the security context, looked up on today's roster at every question.
@Component
class SignedInMember implements CurrentMember {

    private final MemberService members;

    SignedInMember(MemberService members) {
        this.members = members;
    }

    @Override
    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(SignedInMember::login)
                .map(login -> members.rosterEntry(login)
                        .map(entry -> new SignedIn(
                                entry.login(), entry.name(), Optional.of(entry.id()), Optional.of(entry.standing())))
                        .orElseGet(() -> new SignedIn(login, login, Optional.empty(), Optional.empty())));
    }

    private static String login(Authentication authentication) {
        if (authentication.getPrincipal() instanceof OAuth2User user
                && user.getAttribute("login") instanceof String it) {
            return it;
        }
        return authentication.getName();
    }
}
