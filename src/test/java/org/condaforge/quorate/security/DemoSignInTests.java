package org.condaforge.quorate.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.OnH2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

@OnH2
class DemoSignInTests {

    private static final String IN_SESSION = "SPRING_SECURITY_CONTEXT";

    @Autowired
    DemoSignIn demo;

    @Autowired
    Community community;

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void layTheRoster() {
        community.clear();
        community.active("birch");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, localhost", "127.8.8.8, 127.0.0.1", "::1, '[::1]'", "0:0:0:0:0:0:0:1, localhost"})
    void signsInWhoSitsAtThisComputer(String remote, String host) {
        request.setRemoteAddr(remote);
        request.setServerName(host);

        demo.signIn("BIRCH", request, response);

        assertThat(signedIn()).isEqualTo("birch");
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
    }

    @Test
    void givesTheSessionAnotherNumber() {
        String before = request.getSession(true).getId();

        demo.signIn("birch", request, response);

        assertThat(request.getSession(true).getId()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, localhost", "10.0.0.1, 127.0.0.1", "2001:db8::7, localhost", "127.0.0.1, quorate.example"})
    void refusesWhoComesFromElsewhereOrToAnotherName(String remote, String host) {
        request.setRemoteAddr(remote);
        request.setServerName(host);

        assertRefused("birch", "works on the computer that runs Quorate only");
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 127.0.0.1", "X-Forwarded-For, ''", "Forwarded, for=127.0.0.1"})
    void refusesWhoComesThroughAProxy(String header, String value) {
        request.addHeader(header, value);

        assertRefused("birch", "works on the computer that runs Quorate only");
    }

    @Test
    void refusesALoginOnNoRoster() {
        assertRefused("sorrel", "Nobody on the roster has the login sorrel.");
    }

    private void assertRefused(String login, String reason) {
        assertThatThrownBy(() -> demo.signIn(login, request, response))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining(reason);
        assertThat(request.getSession(false)).isNull();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private String signedIn() {
        var context = (SecurityContext) request.getSession(true).getAttribute(IN_SESSION);
        return Objects.requireNonNull(context.getAuthentication()).getName();
    }
}
