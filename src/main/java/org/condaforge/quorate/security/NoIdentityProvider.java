package org.condaforge.quorate.security;

/// The application would be reachable by others, or was told not to run in demo mode, and nobody could sign in safely.
public class NoIdentityProvider extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoIdentityProvider(String address) {
        super((address.isBlank()
                        ? "Demo sign-in is off and no identity provider is configured."
                        : "Quorate is to listen on %s, where others can reach it, without an identity provider."
                                .formatted(address))
                + " Configure sign-in with GitHub (spring.security.oauth2.client.registration.github.client-id and"
                + " client-secret), or listen on 127.0.0.1 only.");
    }
}
