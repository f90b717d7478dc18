package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.condaforge.quorate.support.ChildJvm;
import org.condaforge.quorate.support.MariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Two processes of the application on one MariaDB: a thousand times both cast the same member's ballot at the same
/// time, and a thousand times both close the same vote while its deadline passes and ballots still come in.
@ExtendWith(MariaDb.Runs.class)
class TwoProcessesIT {

    private static final int RACES = 1_000;

    /// How many votes both cast in at once.
    private static final int AT_ONCE = 4;

    /// How many votes end together.
    private static final int BATCH = 10;

    @TempDir
    Path folder;

    private final String address = MariaDb.emptyDatabase();

    /// What each process said of its casts, by login and vote: `acked`, `refused`, or a failure.
    private final Map<String, List<String>> answers = new HashMap<>();

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void thereIsOneBallotAndOneCloseWhoeverIsFirst() throws Exception {
        try (ChildJvm one = run(0)) {
            int place = one.await(0, "ready"::equals);
            try (ChildJvm two = run(1)) {
                two.await(0, "ready"::equals);
                one.tell("lay %d %d".formatted(RACES, BATCH));
                one.await(place, "done"::equals);
                race(one, two);
                note(one.kill());
                note(two.kill());
            }
        }
        SingleConnectionDataSource database = new SingleConnectionDataSource(address, "root", "", true);
        try {
            check(StoredVotes.in(database), lastWords(JdbcClient.create(database)));
        } finally {
            database.destroy();
        }
    }

    private ChildJvm run(int which) {
        return ChildJvm.run(
                Racer.class,
                folder.resolve("errors-%d.txt".formatted(which)),
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--quorate.data=" + folder,
                String.valueOf(which));
    }

    private static void race(ChildJvm one, ChildJvm two) throws InterruptedException {
        int first = one.await(0, "done"::equals);
        int second = two.await(0, "ready"::equals);
        List<String> races = new ArrayList<>();
        for (int vote = 1; vote <= RACES; vote += AT_ONCE) {
            races.add("cast " + numbers(vote, AT_ONCE));
        }
        for (int vote = 1; vote <= RACES; vote += BATCH) {
            races.add("close " + Racer.deadline(vote / BATCH) + " " + numbers(vote, BATCH));
        }
        for (String race : races) {
            one.tell(race);
            two.tell(race);
            first = one.await(first, "done"::equals);
            second = two.await(second, "done"::equals);
        }
    }

    private static String numbers(int from, int count) {
        return LongStream.range(from, from + count).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private void note(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ", 4);
            if (words.length >= 3) {
                answers.computeIfAbsent(words[1] + " " + words[2], key -> new ArrayList<>())
                        .add(words.length == 3 ? words[0] : line);
            }
        }
    }

    /// What the journal says last of the first member's ballot in each vote: whose transaction was the second.
    private static Map<Long, String> lastWords(JdbcClient jdbc) {
        Map<Long, String> last = new HashMap<>();
        jdbc.sql("""
                        SELECT j.subject_key, j.what FROM journal j JOIN member m ON m.id = j.member_id
                        WHERE j.subject_kind = 'vote' AND m.login = :login AND j.what NOT LIKE 'called%' ORDER BY j.id""").param("login", Racer.FIRST).query(row -> {
            last.put(Long.parseLong(row.getString("subject_key")), row.getString("what"));
        });
        return last;
    }

    private void check(StoredVotes stored, Map<Long, String> lastWords) {
        assertThat(stored.faults()).isEmpty();
        assertThat(stored.votes()).hasSize(RACES);
        assertThat(stored.closed()).isEqualTo(RACES);
        Map<String, List<StoredVotes.Ballot>> ballots =
                stored.ballots().stream().collect(Collectors.groupingBy(b -> b.login() + " " + b.vote()));
        for (StoredVotes.Line vote : stored.votes().values()) {
            List<String> first = answers.getOrDefault(Racer.FIRST + " " + vote.id(), List.of());
            List<String> second = answers.getOrDefault(Racer.SECOND + " " + vote.id(), List.of());
            assertThat(first).as("vote %d", vote.id()).containsExactly("acked", "acked");
            assertThat(second).as("vote %d", vote.id()).hasSize(2).isSubsetOf("acked", "refused");
            long late = second.stream().filter("acked"::equals).count();

            assertThat(ballots.get(Racer.FIRST + " " + vote.id()))
                    .singleElement()
                    .satisfies(ballot -> {
                        assertThat(ballot.choice()).isEqualTo(Racer.choice((int) ballot.number(), vote.id()));
                        assertThat(lastWords.get(vote.id()))
                                .endsWith(ballot.choice().label());
                    });
            assertThat(ballots.getOrDefault(Racer.SECOND + " " + vote.id(), List.of()))
                    .as("vote %d", vote.id())
                    .hasSize(late == 0 ? 0 : 1);
            assertThat(vote.casts()).isEqualTo(2 + late);
        }
        assertThat(answers.values().stream().flatMap(List::stream)).contains("acked", "refused");
    }
}
