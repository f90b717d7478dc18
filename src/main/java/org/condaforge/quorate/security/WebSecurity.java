package org.condaforge.quorate.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.apache.catalina.core.StandardContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// What the web may ask for: the public API without a session, and the pages.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    /// What Vaadin's pages need: its loader is inline script and evaluates templates.
    private static final String PAGES =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self';"
                    + " frame-ancestors 'none'; form-action 'self'";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers(headers, NOTHING).cacheControl(cache -> cache.disable()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ObjectProvider<ClientRegistrationRepository> providers)
            throws Exception {
        // Vaadin's login view would accept POST /login without a token; nothing of ours is posted there.
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login"))
                        .denyAll());
        // Who may see a view is said at the view; an address that leads nowhere is a 404 for everybody.
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView("/login", "/").anyRequest(request -> request.permitAll()));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(oauth -> oauth.loginPage("/login"));
        }
        http.headers(headers -> headers(headers, PAGES));
        return http.build();
    }

    private static HeadersConfigurer<HttpSecurity> headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
        return headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny())
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }

    /// There are no passwords here: whoever tries one is told so. Without this bean a default user would be made.
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("Quorate has no passwords.");
        };
    }

    /// Tomcat 11 ends a forwarded response before the security headers are written (spring-security#19457).
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOfForwardedPages() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context instanceof StandardContext standard) {
                standard.setSuspendWrappedResponseAfterForward(false);
            }
        });
    }
}
