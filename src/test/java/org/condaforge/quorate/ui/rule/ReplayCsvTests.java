package org.condaforge.quorate.ui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.ReplayReport;
import org.condaforge.quorate.vote.ReplayedVote;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.Yardstick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCsvTests {

    private static final Instant AT = Instant.parse("2026-11-18T23:59:00Z");

    private static ReplayReport report(String title, String why) {
        return new ReplayReport(
                new Yardstick.AsCalled(),
                List.of(new ReplayedVote(
                        new VoteId(7),
                        title,
                        Optional.of("Something else"),
                        AT,
                        Optional.of(Result.PASSED),
                        Optional.of(Route.STANDARD),
                        ReplayedVote.Verdict.DIFFERS,
                        Optional.of(new ReplayedVote.Counted(
                                new Outcome.Inquorate(List.of()), new Tally(3, 2, 1), 10, 7, "the rule")),
                        why,
                        List.of("One.", "Two."))),
                0,
                AT);
    }

    private static CSVRecord read(ReplayReport report) throws Exception {
        String text = new String(ReplayCsv.of(report), StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(1);
            return records.getFirst();
        }
    }

    @Test
    void hasALineForEachVoteThatReadsBackAsWritten() throws Exception {
        CSVRecord line = read(report("Paint, \"gently\"\nand 日本", "7 of 10 would have to take part, 5 did."));

        assertThat(line.get("vote")).isEqualTo("7");
        assertThat(line.get("title")).isEqualTo("Paint, \"gently\"\nand 日本");
        assertThat(line.get("decided")).isEqualTo("2026-11-18");
        assertThat(line.get("recorded outcome")).isEqualTo("passed");
        assertThat(line.get("recorded route")).isEqualTo("standard");
        assertThat(line.get("outcome")).isEqualTo("inquorate");
        assertThat(line.get("route")).isEmpty();
        assertThat(line.get("verdict")).isEqualTo("differs");
        assertThat(List.of(
                        line.get("yes"), line.get("no"), line.get("abstain"), line.get("active"), line.get("quorum")))
                .containsExactly("3", "2", "1", "10", "7");
        assertThat(line.get("notes")).isEqualTo("One. Two.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1 for all",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\n=x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=cmd|' /C calc'!A0"
            })
    void letsNoSpreadsheetCalculateATitle(String title) throws Exception {
        assertThat(read(report(title, title)).get("title")).isEqualTo("'" + title);
        assertThat(read(report(title, title)).get("why")).isEqualTo("'" + title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paint it = good", "1+1", "−1 stands", ""})
    void leavesOtherTitlesAsTheyAre(String title) throws Exception {
        assertThat(read(report(title, "")).get("title")).isEqualTo(title);
    }
}
