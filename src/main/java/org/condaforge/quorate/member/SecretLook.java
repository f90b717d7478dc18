package org.condaforge.quorate.member;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells texts that look like a secret, so that none is stored where only its place belongs. It knows the usual forms
/// and long runs of mixed characters; what it does not know it lets pass.
final class SecretLook {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]{0,40}KEY"),
            Pattern.compile(
                    "\\b(?:gh[opsur]_|github_pat_|glpat-|xox[abprs]-|npm_|pypi-|AKIA|AIza|sk-)[A-Za-z0-9_-]{12}"),
            Pattern.compile("://[^/\\s:@]{1,200}:[^/\\s@]{1,200}@"),
            Pattern.compile("(?i)\\b(?:password|passphrase|passwd|secret|token|key)\\s{0,3}[:=]\\s{0,3}\\S{4}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,400}\\.[A-Za-z0-9_-]{4}"));
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+_=-]{28,400}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]");
    private static final int SOME_DIGITS = 4;

    private SecretLook() {}

    /// Why the text is not stored; empty where nothing in it looks like a secret.
    static Optional<String> in(String what, String text) {
        boolean looks = FORMS.stream().anyMatch(form -> form.matcher(text).find())
                || RUN.matcher(text)
                        .results()
                        .anyMatch(run -> DIGITS.matcher(run.group()).results().count() >= SOME_DIGITS);
        return looks
                ? Optional.of("The %s looks like a secret. Secrets are never kept here: say only where it is managed."
                        .formatted(what))
                : Optional.empty();
    }
}
