package org.condaforge.quorate.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses a query that cannot be decoded (`?state=%ZZ`), which the server would answer with a page of its own.
final class ReadableQuery extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    ReadableQuery(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (IllegalStateException _) {
            problems.resolveException(request, response, null, Refusal.malformed());
            return;
        }
        chain.doFilter(request, response);
    }
}
