package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProposalLinksTests {

    private static Map<Integer, Optional<String>> discussions(String items) {
        try {
            Minutes minutes = MinutesParser.parse(
                    "# 2020-05-13 core meeting\n\n## Agenda\n\n### New\n\n" + items, "2020-05-13.md");
            return minutes.mentions().stream()
                    .collect(Collectors.toMap(
                            Minutes.Mention::cfep, mention -> ProposalLinks.discussion(minutes, mention), (a, b) -> a));
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thePullRequestBesideTheNumberIsItsDiscussion() {
        assertThat(discussions("* [cfep-12](https://github.com/grove/cfep/pull/23) a hedge\n"))
                .containsEntry(12, Optional.of("https://github.com/grove/cfep/pull/23"));
        assertThat(discussions("* [ ] CFEP-12: a hedge\n    * see https://github.com/grove/cfep/pull/23#issue-1\n"))
                .containsEntry(12, Optional.of("https://github.com/grove/cfep/pull/23"));
    }

    @Test
    void eachLineOfAnItemHasItsOwn() {
        assertThat(discussions("""
                        * [ ] What waits
                            * [cfep-12](https://github.com/grove/cfep/pull/23)
                            * [cfep-21](https://github.com/grove/cfep/pull/47)
                        """))
                .containsEntry(12, Optional.of("https://github.com/grove/cfep/pull/23"))
                .containsEntry(21, Optional.of("https://github.com/grove/cfep/pull/47"));
    }

    @Test
    void whatCouldBeAnothersIsNobodys() {
        assertThat(discussions("* CFEP-12 and CFEP-21, see https://github.com/grove/cfep/pull/23\n"))
                .containsEntry(12, Optional.empty())
                .containsEntry(21, Optional.empty());
        assertThat(discussions(
                        "* CFEP-12: https://github.com/grove/cfep/pull/23 or https://github.com/grove/cfep/pull/24\n"))
                .containsEntry(12, Optional.empty());
        assertThat(discussions("* CFEP-12: https://github.com/grove/oak/pull/23\n"))
                .containsEntry(12, Optional.empty());
        assertThat(discussions("* CFEP-12: https://github.com/grove/cfep/issues/23\n"))
                .containsEntry(12, Optional.empty());
        assertThat(discussions("* CFEP-12: a hedge\n* https://github.com/grove/cfep/pull/23\n"))
                .containsEntry(12, Optional.empty());
    }
}
