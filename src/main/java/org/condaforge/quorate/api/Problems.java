package org.condaforge.quorate.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Answers what goes wrong as problem details (RFC 9457). Not bound to the controllers of this package: a wrong method
/// and a request that a filter refuses never reach one.
@RestControllerAdvice
@Order(0)
class Problems extends ResponseEntityExceptionHandler {

    /// What nobody expected: the answer says that it happened, the log says what.
    @RestControllerAdvice(basePackageClasses = Problems.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class Unexpected {

        private static final Logger log = LoggerFactory.getLogger(Unexpected.class);

        @ExceptionHandler(Exception.class)
        ProblemDetail unexpected(Exception e) {
            log.error("The API could not answer", e);
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; it is in the log of the server.");
        }
    }
}
