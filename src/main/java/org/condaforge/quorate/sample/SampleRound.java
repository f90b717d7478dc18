package org.condaforge.quorate.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.checkin.Answer.Choice;
import org.condaforge.quorate.checkin.CheckInArchive;
import org.condaforge.quorate.member.MemberId;

/// An entry of `check-in.yaml`.
///
/// @param opened how long before the last full hour
/// @param announced on chat and by mail, counted from the opening
/// @param active who answered so
/// @param emeritus who answered so
record SampleRound(Duration opened, List<Duration> announced, List<String> active, List<String> emeritus) {

    Instant openedAt(Instant hour) {
        return hour.minus(opened);
    }

    List<Instant> announcedAt(Instant hour) {
        return announced.stream().map(openedAt(hour)::plus).toList();
    }

    /// The answers, spread evenly from the opening to the last full hour.
    List<CheckInArchive.Said> answers(Instant hour, Map<String, MemberId> members) {
        List<String> all = new ArrayList<>(active);
        all.addAll(emeritus);
        Duration step = opened.dividedBy(all.size() + 1L);
        List<CheckInArchive.Said> answers = new ArrayList<>();
        for (String login : all) {
            MemberId member = Optional.ofNullable(members.get(login)).orElseThrow();
            Instant at =
                    openedAt(hour).plus(step.multipliedBy(answers.size() + 1L)).truncatedTo(ChronoUnit.MINUTES);
            Choice choice = emeritus.contains(login) ? Choice.EMERITUS : Choice.ACTIVE;
            answers.add(new CheckInArchive.Said(member, choice, at));
        }
        return answers;
    }
}
