package org.condaforge.quorate.vote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// Addresses that people give with a vote.
final class Links {

    /// In characters.
    static final int LONGEST = 1000;

    /// What an address has to be.
    static final String FORM =
            "an address begins with https:// or http:// and has at most %,d characters".formatted(LONGEST);

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Links() {}

    /// Whether the text is an address of the web, or empty.
    static boolean allow(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            URI link = new URI(text);
            return text.length() <= LONGEST
                    && SCHEMES.contains(String.valueOf(link.getScheme()))
                    && link.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
