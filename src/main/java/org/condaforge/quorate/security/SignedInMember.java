package org.condaforge.quorate.security;

import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Standing;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/// The person of the security context, looked up on today's roster at every question.
@Component
class SignedInMember implements CurrentMember {

    private final MemberService members;
    private final SecretaryProperties secretaries;
    private final SignInMode mode;

    SignedInMember(MemberService members, SecretaryProperties secretaries, SignInMode mode) {
        this.members = members;
        this.secretaries = secretaries;
        this.mode = mode;
    }

    @Override
    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(SignedInMember::login)
                .map(this::person);
    }

    private SignedIn person(String login) {
        return members.rosterEntry(login)
                .map(entry -> new SignedIn(
                        entry.login(),
                        entry.name(),
                        Optional.of(entry.id()),
                        Optional.of(entry.standing()),
                        isSecretary(login, entry.login(), entry.standing())))
                .orElseGet(
                        () -> new SignedIn(login, login, Optional.empty(), Optional.empty(), secretaries.names(login)));
    }

    /// Where nobody is named and whoever sits here chooses whom to be, every core member is one.
    private boolean isSecretary(String login, String known, Standing standing) {
        return secretaries.named()
                ? secretaries.names(login) || secretaries.names(known)
                : mode.demo() && standing == Standing.ACTIVE;
    }

    private static String login(Authentication authentication) {
        if (authentication.getPrincipal() instanceof OAuth2User user
                && user.getAttribute("login") instanceof String it) {
            return it;
        }
        return authentication.getName();
    }
}
