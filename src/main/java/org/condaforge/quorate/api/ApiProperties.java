package org.condaforge.quorate.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of the public API.
///
/// @param requestsPerMinute how many requests one address may send in a minute, 1 or more
@ConfigurationProperties("quorate.api")
record ApiProperties(@DefaultValue("600") int requestsPerMinute) {

    ApiProperties {
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "quorate.api.requests-per-minute is 1 or more, not " + requestsPerMinute);
        }
    }
}
