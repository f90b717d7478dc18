package org.condaforge.quorate.api;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A request that gets no answer but a problem (RFC 9457): its detail says what was wrong and what is right.
final class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    private Refusal(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /// 400: a parameter is not what it may be. The problem names it in its member `parameter`.
    static Refusal parameter(String name, String detail) {
        Refusal refusal = new Refusal(HttpStatus.BAD_REQUEST, detail);
        refusal.getBody().setProperty("parameter", shortened(name));
        return refusal;
    }

    /// 400: what the server refuses before it looks for a page.
    static Refusal malformed() {
        return new Refusal(HttpStatus.BAD_REQUEST, "The address or a header of the request is malformed.");
    }

    /// 404.
    static Refusal notFound(String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, detail);
    }

    /// 429, with the seconds after which the next request is answered.
    static Refusal tooMany(int perMinute, Duration wait) {
        Refusal refusal = new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "There are at most %d requests a minute from one address.".formatted(perMinute));
        long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refusal;
    }

    /// What somebody wrote, as it can be told back.
    static String shortened(String written) {
        return written.length() <= SHOWN ? written : written.substring(0, SHOWN) + "…";
    }
}
