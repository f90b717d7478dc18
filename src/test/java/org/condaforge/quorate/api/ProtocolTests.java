package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTests extends ApiTest {

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1",
                "/api/v2/votes",
                "/api/v1/acts",
                "/api/v1/votes/",
                "/api/v1/votes/1/x"
            })
    void answersUnknownPathsWithAProblem(String path) {
        var problem = problem(send("GET", path), 404);

        assertThat(problem.path("instance").asString()).isEqualTo(path);
        assertThat(problem.path("detail").asString()).contains("/api/v1/votes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void changesNothing(String method) {
        for (String path : new String[] {"/api/v1/votes", "/api/v1/votes/1", "/api/v1/nothing"}) {
            HttpResponse<String> response = send(method, path);

            problem(response, 405);
            assertThat(header(response, "Allow")).contains("GET").doesNotContain(method);
        }
    }

    @Test
    void answersJsonOnly() {
        problem(send("GET", "/api/v1/votes", "Accept", "text/html"), 406);
        assertThat(send("GET", "/api/v1/votes", "Accept", "text/html,*/*;q=0.8").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v1/votes/9", "Accept", "application/json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesMalformedRequestsWithAProblem() throws IOException {
        problem(send("GET", "/api/v1//votes"), 400);
        problem(send("GET", "/api/v1/votes;a=b"), 400);
        assertThat(raw("GET /api/v1/votes?state=%ZZ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersUnchangedThingsWithoutABody() {
        community.active("alder");
        HttpResponse<String> first = send("GET", "/api/v1/members");
        String tag = header(first, "ETag");

        HttpResponse<String> second = send("GET", "/api/v1/members", "If-None-Match", tag);
        community.active("birch");
        HttpResponse<String> third = send("GET", "/api/v1/members", "If-None-Match", tag);

        assertThat(tag).isNotBlank();
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(header(second, "ETag")).isEqualTo(tag);
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(header(third, "ETag")).isNotBlank().isNotEqualTo(tag);
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        HttpResponse<String> get = send("GET", "/api/v1/policies");
        HttpResponse<String> head = send("HEAD", "/api/v1/policies");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"ETag", "Content-Type", "Content-Length"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotBlank();
        }
        assertThat(send("HEAD", "/api/v1/votes/9").statusCode()).isEqualTo(404);
    }

    @Test
    void letsScriptsOfAnySiteReadWithoutCredentials() {
        HttpResponse<String> read = send("GET", "/api/v1/votes", "Origin", "https://grove.example");
        HttpResponse<String> asked = send(
                "OPTIONS",
                "/api/v1/votes",
                "Origin",
                "https://grove.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "If-None-Match");
        HttpResponse<String> refused = send("POST", "/api/v1/votes", "Origin", "https://grove.example");

        assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(read, "Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
        assertThat(header(read, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(header(asked, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(header(asked, "Access-Control-Allow-Headers")).isEqualTo("*");
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
        problem(refused, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/votes", "/api/v1/votes/9", "/api/v1/nothing"})
    void sendsStrictHeadersAndNoCookie(String path) {
        HttpResponse<String> response = send("GET", path);

        assertThat(header(response, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Permissions-Policy")).contains("camera=()");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void tellsTextBackAsDataOnly() {
        assertThat(problem(send("GET", "/api/v1/members/%3Cscript%3E"), 404)
                        .path("detail")
                        .asString())
                .contains("<script>");
        assertRefused("/api/v1/votes?state=%3Cscript%3E", "state", "<script>");
    }
}
