package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// A server that answers two requests a minute.
@TestPropertySource(properties = "quorate.api.requests-per-minute=2")
class LimitedTests extends ApiTest {

    @Test
    void refusesMoreThanAMinuteAllowsWithAProblem() {
        assertThat(send("GET", "/api/v1/votes").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/v1/nothing").statusCode()).isEqualTo(404);

        HttpResponse<String> refused = send("GET", "/api/v1/votes");

        assertThat(problem(refused, 429).path("detail").asString()).contains("at most 2 requests a minute");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
    }
}
