package org.condaforge.quorate.member;

import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.member.Renames.Rename;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The logins that became others: those of the settings, of files, and those that were recorded here.
@Component
@EnableConfigurationProperties(LoginProperties.class)
class RenamedLogins {

    private final JdbcClient jdbc;
    private final LoginProperties properties;
    private final Renames ofSettings;

    RenamedLogins(JdbcClient jdbc, LoginProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.ofSettings = Renames.of(properties.renames());
    }

    Renames renames() {
        List<Rename> all = new ArrayList<>(properties.renames());
        all.addAll(stored());
        return Renames.of(all);
    }

    /// The key to look for before the table of renames is asked.
    String key(String login) {
        return ofSettings.key(login);
    }

    List<Rename> stored() {
        return jdbc.sql("SELECT old_login, new_login, source, by_hand FROM renamed_login ORDER BY old_key")
                .query((row, i) -> new Rename(
                        row.getString("old_login"),
                        row.getString("new_login"),
                        row.getString("source"),
                        row.getBoolean("by_hand")))
                .list();
    }
}
