package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

class RateLimitTests {

    private static final HandlerExceptionResolver PROBLEMS = (request, response, handler, problem) -> {
        Refusal refusal = (Refusal) problem;
        response.setStatus(refusal.getStatusCode().value());
        response.setHeader("Retry-After", String.valueOf(refusal.getHeaders().getFirst("Retry-After")));
        return new ModelAndView();
    };

    private final RateLimit limit = new RateLimit(3, PROBLEMS);

    private MockHttpServletResponse ask(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/votes");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain answer = (req, res) -> ((HttpServletResponse) res).setStatus(200);
        limit.doFilter(request, response, answer);
        return response;
    }

    private List<Integer> statuses(String... addresses) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String address : addresses) {
            statuses.add(ask(address).getStatus());
        }
        return statuses;
    }

    @Test
    void countsEachAddressByItself() throws Exception {
        assertThat(statuses("192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.1")).containsExactly(200, 200, 200, 429);
        assertThat(statuses("192.0.2.2")).containsExactly(200);
    }

    @Test
    void countsANetworkOfIpv6AsOneAddress() throws Exception {
        assertThat(statuses("2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3", "2001:db8::4"))
                .containsExactly(200, 200, 200, 429);
        assertThat(statuses("2001:db8:0:1::1")).containsExactly(200);
    }

    @Test
    void saysWhenToComeAgain() throws Exception {
        statuses("192.0.2.1", "192.0.2.1", "192.0.2.1");

        assertThat(ask("192.0.2.1").getHeader("Retry-After")).matches("1?[1-9]|[12]0");
    }

    @Test
    void needsALimitOfOneOrMore() {
        assertThatThrownBy(() -> new ApiProperties(0)).hasMessageContaining("requests-per-minute is 1 or more");
    }
}
