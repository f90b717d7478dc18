package org.condaforge.quorate.member;

import java.util.List;
import org.condaforge.quorate.member.Renames.Rename;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is known of logins before anything is imported.
///
/// @param renamed logins that became others, each as `old=new`
@ConfigurationProperties("quorate.logins")
record LoginProperties(@DefaultValue List<String> renamed) {

    LoginProperties {
        renamed = renamed.stream().filter(entry -> !entry.isBlank()).toList();
        renamed.forEach(LoginProperties::rename);
    }

    List<Rename> renames() {
        return renamed.stream().map(LoginProperties::rename).toList();
    }

    private static Rename rename(String entry) {
        String[] logins = entry.split("=", -1);
        try {
            if (logins.length == 2) {
                return new Rename(logins[0].strip(), logins[1].strip(), "quorate.logins.renamed", false);
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "quorate.logins.renamed is a list of old=new, two different logins each, not “%s”".formatted(entry));
    }
}
