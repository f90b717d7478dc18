package org.condaforge.quorate.ui.insight;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.condaforge.quorate.insight.Decisions;
import org.condaforge.quorate.insight.MeetingYears;
import org.condaforge.quorate.insight.MemberYears;
import org.condaforge.quorate.insight.QuorumHealth;
import org.condaforge.quorate.ui.component.CsvText;
import org.condaforge.quorate.vote.Turnouts.Ended;

/// The figures of each drawing as comma-separated text.
final class InsightCsv {

    private InsightCsv() {}

    /// A line for each member and year that concerns them.
    ///
    /// @param unit what is counted, in the plural
    static byte[] of(MemberYears figures, String unit) {
        return CsvText.of(
                List.of("login", "name", "year", unit + " taken part in", unit + " while active"),
                figures.rows().stream()
                        .flatMap(row -> IntStream.range(0, figures.years().count())
                                .filter(i -> row.cells().get(i).whole() > 0)
                                .mapToObj(i -> List.of(
                                        row.person().login(),
                                        row.person().name(),
                                        String.valueOf(figures.years().first() + i),
                                        String.valueOf(row.cells().get(i).part()),
                                        String.valueOf(row.cells().get(i).whole())))));
    }

    /// A line for each vote, oldest first.
    static byte[] of(List<Ended> votes) {
        return CsvText.of(
                List.of("vote", "title", "item", "decided", "outcome", "took part", "active", "quorum"),
                votes.stream()
                        .map(vote -> List.of(
                                String.valueOf(vote.id().number()),
                                vote.title(),
                                vote.item().orElse(""),
                                DateTimeFormatter.ISO_LOCAL_DATE.format(
                                        vote.decidedAt().atOffset(ZoneOffset.UTC)),
                                vote.result().label(),
                                number(vote.cast()),
                                number(vote.active()),
                                number(vote.quorum()))));
    }

    /// A line for each decided proposal, in the order of the decisions.
    static byte[] of(Decisions decisions) {
        return CsvText.of(
                List.of("proposal", "title", "begun", "decided", "days", "vote"),
                decisions.decided().stream()
                        .map(one -> List.of(
                                one.number().label(),
                                one.title(),
                                one.begun().toString(),
                                one.on().toString(),
                                String.valueOf(one.days()),
                                one.vote()
                                        .map(vote -> String.valueOf(vote.number()))
                                        .orElse(""))));
    }

    /// A line for each year.
    static byte[] of(MeetingYears figures) {
        return CsvText.of(
                List.of("year", "meetings", "members attended", "guests attended", "members at a meeting"),
                figures.years().stream()
                        .map(year -> List.of(
                                String.valueOf(year.year()),
                                String.valueOf(year.meetings()),
                                String.valueOf(year.attended()),
                                String.valueOf(year.guests()),
                                AttendancePanel.average(year))));
    }

    /// A line for each item.
    static byte[] of(QuorumHealth health) {
        return CsvText.of(
                List.of("policy", "item", "active", "voting", "needed", "needed when accelerated", "may stop"),
                health.items().stream()
                        .map(one -> List.of(
                                one.policy().name(),
                                one.item().name(),
                                String.valueOf(health.active()),
                                String.valueOf(one.reach().voting()),
                                String.valueOf(one.reach().need()),
                                one.reach().acceleratedNeed().isEmpty()
                                        ? ""
                                        : String.valueOf(
                                                one.reach().acceleratedNeed().getAsInt()),
                                String.valueOf(Math.max(0, one.reach().spare())))));
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }
}
