package org.condaforge.quorate.security;

import java.util.List;
import org.condaforge.quorate.member.Roles;
import org.springframework.stereotype.Component;

/// Who is named a secretary by the settings. Where nobody is named every core member acts as one, and none is called
/// so.
@Component
class NamedRoles implements Roles {

    private final SecretaryProperties secretaries;

    NamedRoles(SecretaryProperties secretaries) {
        this.secretaries = secretaries;
    }

    @Override
    public List<String> of(String login) {
        return secretaries.names(login) ? List.of("secretary") : List.of();
    }
}
