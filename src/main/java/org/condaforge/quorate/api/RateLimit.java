package org.condaforge.quorate.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses requests of an address that sends more than it may. Unused requests of a minute are kept, up to one minute's
/// worth.
final class RateLimit extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final int perMinute;
    private final HandlerExceptionResolver problems;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(int perMinute, HandlerExceptionResolver problems) {
        this.perMinute = perMinute;
        this.problems = problems;
        // A bucket nobody drew from for a minute is full again: it can be forgotten.
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(MINUTE)
                .maximumSize(ADDRESSES)
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var probe = buckets.get(sender(request.getRemoteAddr())).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(
                    request,
                    response,
                    null,
                    Refusal.tooMany(perMinute, Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    /// The address, of IPv6 its network: whoever has one address there has all of them.
    static String sender(String address) {
        try {
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
