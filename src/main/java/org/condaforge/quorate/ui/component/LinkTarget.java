package org.condaforge.quorate.ui.component;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a link in somebody's text may lead: http, https, mailto, or a place in this application.
record LinkTarget(String href, boolean outside) {

    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):");
    private static final Set<String> ALLOWED = Set.of("http", "https", "mailto");

    /// The target as browsers would read it; empty for one that is not allowed.
    static Optional<LinkTarget> of(String destination) {
        var href = destination
                .codePoints()
                .filter(point -> point > 0x20 && point != 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var scheme = SCHEME.matcher(href);
        if (scheme.find()) {
            return ALLOWED.contains(scheme.group(1).toLowerCase(Locale.ROOT))
                    ? Optional.of(new LinkTarget(href, true))
                    : Optional.empty();
        }
        var elsewhere = href.startsWith("//") || href.indexOf('\\') >= 0;
        return href.isEmpty() || elsewhere ? Optional.empty() : Optional.of(new LinkTarget(href, false));
    }
}
