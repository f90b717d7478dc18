package org.condaforge.quorate.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pages to test with.
final class PageText {

    /// A right page; its line numbers are used in the tests.
    static final String CIRCLE = """
            # The knitting circle

            ```yaml
            policy: circle
            title: The knitting circle
            revision: 3
            electorate:
              emeritus-may-vote: false
              roster: closing
            periods:
              minimum: 24 h
              default: 7 d
              longest: none
            deadline: anywhere-on-earth
            minimum-quorum: 5
            active-votes-per-item: 1
            ```

            ## Yarn

            ```yaml
            item: yarn
            title: Choice of yarn
            class: sensitive
            rule:
              majority: more than 50%
              routes: [standard, time-out]
            subject: member
            restrictions:
              minimum-period: 48 h
              meeting-cycle: true
              justification: true
              asks-for: [colour, price]
              no-needs-comment: true
              early-close: true
            ```

            | active | yes | no | abstain | period | time-out | outcome | route |
            |---|---|---|---|---|---|---|---|
            | 10 | 3 | 2 | 0 | 7 d | - | passed | standard |
            | 10 | 2 | 2 | 0 | 14 d | met | inquorate | - |
            """;

    private PageText() {}

    /// The right page with the first `right` replaced.
    static String with(String right, String wrong) {
        var at = CIRCLE.indexOf(right);
        if (at < 0) {
            throw new IllegalArgumentException("not on the page: " + right);
        }
        return CIRCLE.substring(0, at) + wrong + CIRCLE.substring(at + right.length());
    }

    static String shipped(String policy) {
        try {
            return Files.readString(Path.of("docs/governance", policy + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
