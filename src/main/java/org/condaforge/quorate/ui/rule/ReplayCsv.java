package org.condaforge.quorate.ui.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.vote.ReplayReport;
import org.condaforge.quorate.vote.ReplayedVote;
import org.condaforge.quorate.vote.ReplayedVote.Counted;
import org.condaforge.quorate.vote.Result;

/// A report as comma-separated text, a line for each vote. No cell can be taken for a formula by a spreadsheet.
final class ReplayCsv {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
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
                    "notes")
            .get();

    private ReplayCsv() {}

    /// The report in UTF-8.
    static byte[] of(ReplayReport report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (ReplayedVote vote : report.votes()) {
                printer.printRecord(cells(vote).map(ReplayCsv::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
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

    /// The text with an apostrophe in front where a spreadsheet would calculate it.
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
