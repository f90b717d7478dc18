package org.condaforge.quorate.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

class SignInModeTests {

    private static ObjectProvider<ClientRegistrationRepository> providers(ClientRegistrationRepository... found) {
        var beans = new StaticListableBeanFactory();
        for (ClientRegistrationRepository one : found) {
            beans.addBean("provider", one);
        }
        return beans.getBeanProvider(ClientRegistrationRepository.class);
    }

    private static final ClientRegistrationRepository GITHUB = registration -> null;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void isADemoOnThisComputer(String address) {
        assertThat(new SignInMode(address, true, providers()).demo()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", ""})
    void isNoDemoWithAnIdentityProvider(String address) {
        assertThat(new SignInMode(address, true, providers(GITHUB)).demo()).isFalse();
        assertThat(new SignInMode(address, false, providers(GITHUB)).demo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::"})
    void refusesToBeReachedByOthersWithoutAnIdentityProvider(String address) {
        assertThatThrownBy(() -> new SignInMode(address, true, providers()))
                .isInstanceOf(NoIdentityProvider.class)
                .hasMessage("Quorate is to listen on " + address + ", where others can reach it, without an identity"
                        + " provider. Configure sign-in with GitHub"
                        + " (spring.security.oauth2.client.registration.github.client-id and client-secret), or listen"
                        + " on 127.0.0.1 only.");
    }

    @Test
    void refusesToListenEverywhereWithASentenceToo() {
        assertThatThrownBy(() -> new SignInMode("", true, providers()))
                .isInstanceOf(NoIdentityProvider.class)
                .hasMessageContaining("on every address, where others can reach it")
                .hasMessageNotContaining("Demo sign-in is off");
    }

    @Test
    void refusesToRunWithoutAnyWayToSignIn() {
        assertThatThrownBy(() -> new SignInMode("127.0.0.1", false, providers()))
                .isInstanceOf(NoIdentityProvider.class)
                .hasMessageStartingWith("Demo sign-in is off and no identity provider is configured.");
    }
}
