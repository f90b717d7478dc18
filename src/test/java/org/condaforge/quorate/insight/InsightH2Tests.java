package org.condaforge.quorate.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.Test;

@OnH2
class InsightH2Tests extends InsightContract {

    @Test
    void sendsAsManyStatementsForTwoThousandMembersAsForTwenty() {
        List<Integer> sent = new ArrayList<>();
        int laid = 10;
        for (int members : List.of(20, 2_000)) {
            for (; laid < members; laid++) {
                community.active(Trees.login(100 + laid));
            }
            held("Question of " + members, 10);
            assertThat(insights.participation(new Years(2020, 2026)).rows()).hasSizeGreaterThanOrEqualTo(members);
            sent.add(SqlCount.of(() -> {
                        Years years = insights.years().orElseThrow();
                        insights.participation(years);
                        insights.turnout(years);
                        insights.decisions(years);
                        insights.attendance(years);
                        insights.health();
                    })
                    .size());
        }

        assertThat(sent.getLast()).isEqualTo(sent.getFirst()).isLessThan(24);
    }
}
