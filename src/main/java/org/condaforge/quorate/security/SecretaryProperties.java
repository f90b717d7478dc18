package org.condaforge.quorate.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who looks after this instance.
///
/// @param secretaries their logins, in any case; on a roster or not
@ConfigurationProperties("quorate")
record SecretaryProperties(@DefaultValue List<String> secretaries) {

    SecretaryProperties {
        secretaries = secretaries.stream()
                .map(String::strip)
                .filter(login -> !login.isEmpty())
                .toList();
    }

    boolean named() {
        return !secretaries.isEmpty();
    }

    boolean names(String login) {
        return secretaries.stream().anyMatch(login::equalsIgnoreCase);
    }
}
