package org.condaforge.quorate.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/// How people sign in: with the identity provider that is configured, else in demo mode, which is only for an instance
/// that nobody but this computer can reach.
@Component
class SignInMode {

    private final boolean demo;

    SignInMode(
            @Value("${server.address:}") String address,
            @Value("${quorate.demo:true}") boolean demoWanted,
            ObjectProvider<ClientRegistrationRepository> providers) {
        boolean provider = providers.getIfAvailable() != null;
        if (!provider && !(demoWanted && loopback(address))) {
            String reached = address.isBlank() ? "every address" : address;
            throw new NoIdentityProvider(demoWanted ? reached : "");
        }
        this.demo = !provider;
    }

    /// Whether people choose whom to be.
    boolean demo() {
        return demo;
    }

    private static boolean loopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
