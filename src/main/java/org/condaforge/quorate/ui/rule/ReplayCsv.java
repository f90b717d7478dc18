package org.condaforge.quorate.ui.rule;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.ui.component.CsvText;
import org.condaforge.quorate.vote.ReplayReport;
import org.condaforge.quorate.vote.ReplayedVote;
import org.condaforge.quorate.vote.ReplayedVote.Counted;
import org.condaforge.quorate.vote.Result;

/// A report as comma-separated text, a line for each vote. No cell can be taken for a formula by a spreadsheet.
final class ReplayCsv {

    private static final List<String> COLUMNS = List.of(
            "vote",
            "title",
            "item",
            "decided",
            "recorded outcome",
            "recorded route",
            "counted by",
            "outcome",
            "route",
            "verdict",
            "yes",
            "no",
            "abstain",
            "active",
            "quorum",
            "why",
            "notes");

    private ReplayCsv() {}

    /// The report in UTF-8.
    static byte[] of(ReplayReport report) {
        return CsvText.of(
                COLUMNS, report.votes().stream().map(vote -> cells(vote).toList()));
    }

    private static Stream<String> cells(ReplayedVote vote) {
        Optional<Counted> counted = vote.counted();
        return Stream.of(
                String.valueOf(vote.id().number()),
                vote.title(),
                vote.item().orElse(""),
                DateTimeFormatter.ISO_LOCAL_DATE.format(vote.decidedAt().atOffset(ZoneOffset.UTC)),
                vote.recorded().map(Result::label).orElse(""),
                vote.route().map(Route::label).orElse(""),
                counted.map(Counted::by).orElse(""),
                counted.map(Counted::outcome).map(Outcome::label).orElse(""),
                counted.map(Counted::outcome)
                        .flatMap(Outcome::decidedBy)
                        .map(Route::label)
                        .orElse(""),
                switch (vote.verdict()) {
                    case DIFFERS -> "differs";
                    case SAME -> "same";
                    case NOT_COUNTED -> "not counted";
                },
                number(counted.map(c -> c.tally().yes())),
                number(counted.map(c -> c.tally().no())),
                number(counted.map(c -> c.tally().abstain())),
                number(counted.map(Counted::active)),
                number(counted.map(Counted::quorum)),
                vote.why(),
                String.join(" ", vote.notes()));
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }
}
