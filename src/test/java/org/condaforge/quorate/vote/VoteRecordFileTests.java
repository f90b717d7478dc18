package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VoteRecordFileTests {

    static final String RECORD = """
            # CFEP-07 Seeds are kept dry

            ## https://github.com/grove/cfep/pull/7

            Wet seeds sprout too early.

            ## Dates

            | Event | Dates |
            | --- | ---: |
            | Proposed on: | 2022/03/01 15:00 |
            | Original proposed close date: | 2022/03/08 15:30 |
            | Presented at core meeting on: | 2022/03/02 17:00 |

            ## Policy governing the vote

            @grove/core
            This PR falls under the CFEP Approval policy, please vote.
            This PR needs 60% of core to vote yea to pass.

            ## Final vote tallies

            | Direction | Count |
            | --- | ---: |
            | For | 4 |
            | Against | 1 |
            | Abstain | 1 |

            # Given vote tallies and policy, summarize the outcome of this vote

            Given that 4/7 = 57% and the needed vote fraction is 60%, this vote is
            deemed to have passed.
            """;

    @Test
    void readsWhatARecordHolds() {
        var record = VoteRecordFile.parse(RECORD);

        assertThat(record.title()).isEqualTo("CFEP-07 Seeds are kept dry");
        assertThat(record.proposal()).contains(new ProposalNumber(7));
        assertThat(record.url()).contains("https://github.com/grove/cfep/pull/7");
        assertThat(record.policy()).contains("CFEP Approval");
        assertThat(record.percent()).contains(60);
        assertThat(record.opensAt()).contains(Instant.parse("2022-03-01T15:00:00Z"));
        assertThat(record.closesAt()).contains(Instant.parse("2022-03-08T15:30:00Z"));
        assertThat(record.presentedAt()).contains(Instant.parse("2022-03-02T17:00:00Z"));
        assertThat(record.timedOutAt()).isEmpty();
        assertThat(record.yes()).contains(4);
        assertThat(record.no()).contains(1);
        assertThat(record.abstain()).contains(1);
        assertThat(record.share()).contains(new VoteRecordFile.Share(4, 7, "57"));
        assertThat(record.statedCoreSize()).hasValue(7);
        assertThat(record.outcome()).contains(Result.PASSED);
        assertThat(record.problems()).isEmpty();
        assertThat(record.template()).isFalse();
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            passed.                  | rejected.                                  | REJECTED
            deemed to have passed.   | counted as such.                           | REJECTED
            deemed to have passed.   | as 5/6 (of the votes) 4/5 = 80% is enough. | PASSED
            deemed to have passed.   | failed.                                    | REJECTED
            """)
    void takesTheOutcomeFromTheLastParagraph(String words, String other, Result outcome) {
        assertThat(VoteRecordFile.parse(RECORD.replace(words, other)).outcome()).contains(outcome);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2022-03-08 15:30      | 2022-03-08T15:30:00Z
            2022-03-08T15:30      | 2022-03-08T15:30:00Z
            March 8, 2022 9:05    | 2022-03-08T09:05:00Z
            8 Mar 2022            | 2022-03-08T00:00:00Z
            """)
    void readsDatesInAllSpellings(String written, Instant instant) {
        assertThat(VoteRecordFile.parse(RECORD.replace("2022/03/08 15:30", written))
                        .closesAt())
                .contains(instant);
    }

    @Test
    void findsAbstentionsInASentenceWhereTheTableHasNone() {
        var record = VoteRecordFile.parse(
                RECORD.replace("| Abstain | 1 |\n", "\n2 explicitly abstained. 1 raised an issue.\n"));
        assertThat(record.abstain()).contains(2);
    }

    @ParameterizedTest(name = "{0} as {1}: line {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2022/03/08 15:30 | soon             | 12 | “soon” is no date.
            2022/03/08 15:30 | 2022/03/08 25:30 | 12 | “25:30” is no time.
            4                | four             | 25 | “four” is no number of votes.
            Abstain          | Shrugs           | 27 | The row “shrugs” is not known.
            """)
    void reportsWhatIsNotUnderstood(String right, String wrong, int line, String message) {
        assertThat(VoteRecordFile.parse(RECORD.replace("| " + right, "| " + wrong))
                        .problems())
                .contains(new VoteRecordFile.Problem(line, message));
    }

    @Test
    void knowsTheTemplate() {
        var template = RECORD.replace("the CFEP Approval policy", "the {policy} policy");
        assertThat(VoteRecordFile.parse(template).template()).isTrue();
        assertThat(VoteRecordFile.parse(template).policy()).isEmpty();
    }

    @Test
    void survivesWhatIsNoRecord() {
        Stream.of(
                        "",
                        "\u0000",
                        "# \n|a|\n|-|\n|b|\n",
                        "| For |\n|---|\n| 1 |",
                        "> ".repeat(5_000) + "x",
                        "<".repeat(20_000))
                .forEach(text ->
                        assertThat(VoteRecordFile.parse(text).problems()).isNotEmpty());
    }

    /// The readings made by hand hold.
    @Test
    void readsTheRealRecords() {
        JsonNode truth = new JsonMapper().readTree(RealData.text("truth/vote-results.json"));
        int votes = 0;
        for (JsonNode expected : truth) {
            if (expected.path("opened").isNull()) {
                continue;
            }
            var file = expected.path("file").asString();
            var record = VoteRecordFile.parse(RealData.text("vote-results/" + file));
            if (file.equals("TEMPLATE.md")) {
                assertThat(record.template()).isTrue();
            } else {
                assertThat(record.policy()).contains(expected.path("policy").asString());
                assertThat(record.percent()).contains(expected.path("percent").asInt());
            }
            assertThat(record.proposal().map(ProposalNumber::value).orElse(0))
                    .as(file)
                    .isEqualTo(expected.path("cfep").asInt(0));
            assertThat(record.opensAt()).as(file).contains(instant(expected, "opened"));
            assertThat(record.closesAt()).as(file).contains(instant(expected, "proposed_close"));
            assertThat(record.presentedAt()).as(file).contains(instant(expected, "presented_at"));
            assertThat(record.yes()).as(file).contains(expected.path("yes").asInt());
            assertThat(record.no()).as(file).contains(expected.path("no").asInt());
            assertThat(record.abstain())
                    .as(file)
                    .contains(expected.path("abstain").asInt());
            assertThat(record.statedCoreSize().orElse(0))
                    .as(file)
                    .isEqualTo(expected.path("stated_core_size").asInt(0));
            assertThat(record.outcome().map(Result::label))
                    .as(file)
                    .isEqualTo(Optional.of(expected.path("outcome").asString()));
            votes++;
        }
        assertThat(votes).isEqualTo(5);
    }

    private static Instant instant(JsonNode expected, String field) {
        return Instant.parse(expected.path(field).asString().replace("Z", ":00Z"));
    }
}
