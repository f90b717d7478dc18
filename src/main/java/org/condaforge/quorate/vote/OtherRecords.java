package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What files of records say of votes that were cast or recorded here. They change nothing of these; where they
/// contradict them, that is told. Works in the transaction of its caller.
@Component
class OtherRecords {

    private final JdbcClient jdbc;

    OtherRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Said(String file, Result outcome, Optional<Tally> tally) {

        /// How it differs from what is recorded here, in words; nothing where it does not.
        List<String> differences(VoteSummary here) {
            List<String> found = new ArrayList<>();
            String recorded =
                    here.result().map(Result::label).orElse(here.state().label());
            if (!here.result().equals(Optional.of(outcome))) {
                found.add("it says %s, here it is %s".formatted(outcome.label(), recorded));
            }
            if (tally.isPresent() && (here.result().isPresent() && !here.tally().equals(tally))) {
                found.add("it counts %s, here %s"
                        .formatted(
                                words(tally.get()),
                                here.tally().map(Said::words).orElse("no totals are on record")));
            }
            return found;
        }

        private static String words(Tally tally) {
            return "%d yes, %d no and %d abstaining".formatted(tally.yes(), tally.no(), tally.abstain());
        }
    }

    /// The vote here that this file is known to speak of.
    Optional<VoteId> of(String file) {
        return jdbc.sql("SELECT vote_id FROM vote_other_record WHERE record_file = :file")
                .param("file", file)
                .query((row, i) -> new VoteId(row.getLong("vote_id")))
                .optional();
    }

    /// Keeps what a file says of a vote that is recorded here.
    ///
    /// @return how it contradicts what is recorded, a sentence; empty where it does not
    Optional<String> keep(VoteSummary here, String file, Result outcome, Optional<Tally> tally) {
        jdbc.sql("""
                        INSERT INTO vote_other_record
                            (record_file, vote_id, outcome, yes_count, no_count, abstain_count)
                        VALUES (:file, :vote, :outcome, :yes, :no, :abstain)
                        ON DUPLICATE KEY UPDATE vote_id = VALUES(vote_id), outcome = VALUES(outcome),
                            yes_count = VALUES(yes_count), no_count = VALUES(no_count),
                            abstain_count = VALUES(abstain_count)""")
                .param("file", file)
                .param("vote", here.id().number())
                .param("outcome", outcome.name())
                .param("yes", tally.map(Tally::yes).orElse(null))
                .param("no", tally.map(Tally::no).orElse(null))
                .param("abstain", tally.map(Tally::abstain).orElse(null))
                .update();
        List<String> differences = new Said(file, outcome, tally).differences(here);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "It contradicts what is recorded here of “%s”: %s. What is recorded here stays; correct whichever is wrong."
                                .formatted(here.title(), String.join("; ", differences)));
    }

    /// How files contradict what is recorded here of that vote, a sentence for each file that does.
    List<String> contradictions(VoteSummary here) {
        List<Said> said = jdbc.sql("""
                        SELECT record_file, outcome, yes_count, no_count, abstain_count FROM vote_other_record
                        WHERE vote_id = :vote ORDER BY record_file""")
                .param("vote", here.id().number())
                .query((row, i) -> {
                    Optional<Integer> yes = Utc.maybeInt(row, "yes_count");
                    Optional<Tally> tally = yes.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Tally(yes.get(), row.getInt("no_count"), row.getInt("abstain_count")));
                    return new Said(row.getString("record_file"), Result.valueOf(row.getString("outcome")), tally);
                })
                .list();
        return said.stream()
                .filter(each -> !each.differences(here).isEmpty())
                .map(each ->
                        "The record %s contradicts this: %s. What is recorded here stays; correct whichever is wrong."
                                .formatted(each.file(), String.join("; ", each.differences(here))))
                .toList();
    }
}
