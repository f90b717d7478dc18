package org.condaforge.quorate.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.jspecify.annotations.Nullable;

/// A line of `members.yaml`. Each standing holds until the next one.
record SampleMember(String login, String name, List<Map<Standing, LocalDate>> standings) {

    List<StandingPeriod> periods() {
        List<StandingPeriod> periods = new ArrayList<>();
        @Nullable LocalDate until = null;
        for (Map<Standing, LocalDate> entry : standings.reversed()) {
            for (var standing : entry.entrySet()) {
                periods.addFirst(
                        new StandingPeriod(standing.getKey(), standing.getValue(), true, until, "the sample roster"));
                until = standing.getValue();
            }
        }
        return periods;
    }
}
