package org.condaforge.quorate.api;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What every request to the API passes after Spring Security: who may read, how often, and whether anything changed.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiFilters {

    @Bean
    FilterRegistrationBean<ForeignSites> foreignSites() {
        return onApi(new ForeignSites(), 10);
    }

    @Bean
    FilterRegistrationBean<RateLimit> rateLimit(
            ApiProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return onApi(new RateLimit(properties.requestsPerMinute(), problems), 20);
    }

    @Bean
    FilterRegistrationBean<ReadableQuery> readableQuery(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return onApi(new ReadableQuery(problems), 30);
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        return onApi(new EntityTags(), 40);
    }

    /// What the firewall of Spring Security refuses before any filter sees it: a problem on the API, elsewhere a bare
    /// status as ever.
    @Bean
    RequestRejectedHandler malformedRequests(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        RequestRejectedHandler elsewhere = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.resolveException(request, response, null, Refusal.malformed());
            } else {
                elsewhere.handle(request, response, rejected);
            }
        };
    }

    private static <F extends Filter> FilterRegistrationBean<F> onApi(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(List.of("/api/*"));
        registration.setOrder(order);
        return registration;
    }

    /// Tags the answers to HEAD as those to GET.
    private static final class EntityTags extends ShallowEtagHeaderFilter {

        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
            return !response.isCommitted() && status >= 200 && status < 300;
        }
    }
}
