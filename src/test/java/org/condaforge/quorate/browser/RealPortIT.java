package org.condaforge.quorate.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the packaged application answers on its port, without a browser.
class RealPortIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/votes", "/votes/1", "/cfeps", "/meetings", "/members"})
    void everyPageCarriesTheSecurityHeaders(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'self'",
                                "frame-ancestors 'none'",
                                "object-src 'none'",
                                "base-uri 'self'"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/votes/9999",
                "/votes/x",
                "/cfeps/999",
                "/cfeps/0",
                "/meetings/1999-01-01",
                "/members/nobody",
                "/nope"
            })
    void anAddressThatLeadsNowhereIsNotFound(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void nothingCanBePostedToTheSignIn() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(
                        URI.create(RunningApplication.get().at("/login")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=alder&password=x"))
                .build();
        assertThat(CLIENT.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isIn(401, 403, 302)
                .satisfies(status -> assertThat(status).isNotEqualTo(200));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RunningApplication.get().at(path)))
                .header("Accept", "text/html")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
