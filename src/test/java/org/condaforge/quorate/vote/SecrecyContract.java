package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.condaforge.quorate.api.RecordExport;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.seal.VoterCode;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.vote.Traces.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An election of thirty voters, every fourth of whom changes their mind: whatever the application and its
/// database left behind is searched for anybody's choice, while the ballots are sealed, when they have been
/// opened, and when their key is gone.
abstract class SecrecyContract {

    private static final int VOTERS = 30;
    private static final Choice[] CHOICES = {Choice.YES, Choice.NO, Choice.YES, Choice.ABSTAIN, Choice.YES};

    @Autowired
    VoteCalls calls;

    @Autowired
    SecretBallots secrets;

    @Autowired
    SecretKeys keys;

    @Autowired
    VoteReader reader;

    @Autowired
    VoteCloser closer;

    @Autowired
    JournalService journal;

    @Autowired
    RecordExport export;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Value("${quorate.keys}")
    Path keyFolder;

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Level before = Level.WARN;
    private List<Person> people = List.of();

    /// The folder with the files of the database, its logs included.
    abstract Path files();

    /// Has the database write down what it holds in memory.
    abstract void settle();

    /// What came of an election.
    ///
    /// @param last the codes that count
    /// @param replaced those of ballots that were changed
    record Election(VoteId vote, List<String> last, List<String> replaced, Tally tally) {

        List<String> all() {
            List<String> all = new ArrayList<>(last);
            all.addAll(replaced);
            return all;
        }
    }

    @BeforeEach
    void listen() {
        community.clear();
        List<MemberId> members = community.active(VOTERS);
        people = IntStream.range(0, VOTERS)
                .mapToObj(i -> new Person(members.get(i).number(), Trees.login(i), Trees.name(i)))
                .toList();
        before = root.getLevel();
        root.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
        root.setLevel(before);
        SignIn.out();
    }

    private Election elect(String title, List<Integer> order) {
        SignIn.as(Trees.login(0));
        VoteId vote = calls.call(new Call(
                        "conda-forge",
                        "core-nomination",
                        Optional.empty(),
                        title,
                        "Plants a lot.",
                        clock.instant().plus(Duration.ofDays(7)),
                        "Ten years.")
                .about(title.replaceAll("\\W+", "-")));
        List<String> replaced = new ArrayList<>();
        List<String> last = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (int i : order) {
            SignIn.as(Trees.login(i));
            clock.advance(Duration.ofMinutes(1));
            if (i % 4 == 0) {
                replaced.add(secrets.cast(vote, Choice.NO).text());
            }
            VoterCode code = secrets.cast(vote, CHOICES[i % CHOICES.length]);
            last.add(code.text());
            tally = tally.plus(CHOICES[i % CHOICES.length]);
        }
        SignIn.out();
        return new Election(vote, last, replaced, tally);
    }

    private static List<Integer> shuffled(int seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, VOTERS).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private void close(VoteId vote) {
        clock.set(reader.whole(vote).orElseThrow().closesAt());
        closer.closeDue();
    }

    /// Every line that was left anywhere but in the bytes of files.
    private Traces traces() throws IOException {
        Map<String, List<String>> lines = new LinkedHashMap<>(tables());
        lines.put(
                "log",
                log.list.stream()
                        .map(event -> event.toString() + event.getMDCPropertyMap())
                        .toList());
        SignIn.as(Trees.login(1));
        lines.put(
                "journal",
                journal.list(JournalService.Filter.ALL, new Page.Request(0, 200)).items().stream()
                        .map(entry -> entry.who().map(JournalService.Who::login).orElse("") + " " + entry.what())
                        .toList());
        Path out = Files.createTempDirectory(folder, "export");
        export.writeTo(out);
        SignIn.out();
        lines.putAll(Traces.ofTexts(out));
        return new Traces(lines);
    }

    private Map<String, List<String>> tables() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                ResultSet names = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (names.next()) {
                String table = names.getString("TABLE_NAME");
                found.put(
                        table,
                        jdbc.sql("SELECT * FROM " + table)
                                .query((row, i) -> row(row))
                                .list());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static String row(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
            int type = row.getMetaData().getColumnType(c);
            boolean binary = type == Types.VARBINARY || type == Types.BINARY || type == Types.LONGVARBINARY;
            String cell = binary
                    ? Optional.ofNullable(row.getBytes(c))
                            .map(HexFormat.of()::formatHex)
                            .orElse("")
                    : String.valueOf(row.getString(c));
            text.append(row.getMetaData().getColumnLabel(c).toLowerCase(java.util.Locale.ROOT))
                    .append('=')
                    .append(cell)
                    .append(' ');
        }
        return text.toString();
    }

    private static List<String> plain(List<String> codes) {
        return codes.stream()
                .flatMap(code -> java.util.stream.Stream.of(code, code.replace("-", "")))
                .toList();
    }

    @Test
    void nothingLeftAnywhereTellsWhoVotedHow() throws IOException {
        Election election = elect("Nominate Quince", shuffled(1));
        settle();

        assertThat(traces().pairs(people, election.all())).as("sealed: pairs").isEmpty();
        assertThat(traces().codes(election.all())).as("sealed: codes").isEmpty();
        assertThat(Traces.inBytes(files(), plain(election.all())))
                .as("sealed: codes in bytes")
                .isEmpty();
        assertThat(tables().get("sealed_ballot")).hasSize(VOTERS);

        close(election.vote());
        settle();
        assertThat(reader.whole(election.vote()).orElseThrow().tally()).contains(election.tally());
        assertNothingTells(election, "opened");

        byte[] key = onlyKey();
        assertThat(Traces.inBytes(files(), List.of(new String(key, StandardCharsets.ISO_8859_1))))
                .isEmpty();
        clock.advance(Duration.ofDays(14));
        keys.tidy();
        settle();
        assertThat(reader.whole(election.vote()).orElseThrow().tally()).contains(election.tally());
        assertNothingTells(election, "without key");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM secret_vote WHERE key_destroyed_at IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /// The 32 bytes of the private key, without what says that it is one.
    private byte[] onlyKey() throws IOException {
        String name = jdbc.sql("SELECT key_name FROM secret_vote")
                .query((row, i) -> row.getString("key_name"))
                .single();
        byte[] encoded = Files.readAllBytes(keyFolder.resolve(name + ".key"));
        return java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /// The codes that count are published, and stand nowhere but in the table of opened ballots; the others are
    /// nowhere.
    private void assertNothingTells(Election election, String when) throws IOException {
        Traces traces = traces();
        assertThat(traces.pairs(people, election.all())).as(when + ": pairs").isEmpty();
        assertThat(traces.codes(election.last()))
                .as(when + ": codes")
                .hasSize(VOTERS)
                .allMatch(line -> line.startsWith("opened_ballot: "));
        assertThat(traces.codes(election.replaced())).as(when + ": replaced").isEmpty();
        assertThat(Traces.inBytes(files(), plain(election.replaced())))
                .as(when + ": replaced in bytes")
                .isEmpty();
        // They are found where they must be, so the search looks where the database writes.
        assertThat(Traces.inBytes(files(), election.last()))
                .as(when + ": in bytes")
                .hasSizeGreaterThanOrEqualTo(VOTERS);
        assertThat(Traces.nearInBytes(files(), plain(election.last()), people))
                .as(when + ": near in bytes")
                .isEmpty();
        assertThat(tables().get("sealed_ballot")).isEmpty();
    }

    @Test
    void orderAndSizeOfRowsTellNothing() {
        List<List<Long>> sealed = new ArrayList<>();
        List<List<Long>> voters = new ArrayList<>();
        for (int seed : List.of(2, 3)) {
            Election election = elect("Nominate tree " + seed, shuffled(seed));
            assertThat(jdbc.sql("SELECT DISTINCT OCTET_LENGTH(sealed) FROM sealed_ballot")
                            .query(Integer.class)
                            .list())
                    .containsExactly(65);
            sealed.add(jdbc.sql("SELECT * FROM sealed_ballot")
                    .query((row, i) -> row.getLong("member_id"))
                    .list());
            close(election.vote());
            assertThat(jdbc.sql("SELECT * FROM opened_ballot WHERE vote_id = :vote")
                            .param("vote", election.vote().number())
                            .query((row, i) -> row.getString("code"))
                            .list())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(election.last());
            voters.add(jdbc.sql("SELECT * FROM vote_voter WHERE vote_id = :vote")
                    .param("vote", election.vote().number())
                    .query((row, i) -> row.getLong("member_id"))
                    .list());
        }
        assertThat(sealed.getFirst()).hasSize(VOTERS).isEqualTo(sealed.getLast());
        assertThat(voters.getFirst()).hasSize(VOTERS).isEqualTo(voters.getLast());
        assertThat(shuffled(2)).isNotEqualTo(shuffled(3));
        for (String table : List.of("sealed_ballot", "opened_ballot", "vote_voter")) {
            assertThat(columns(table)).as(table).noneMatch(type -> type == Types.TIMESTAMP || type == Types.DATE);
        }
    }

    private List<Integer> columns(String table) {
        List<Integer> types = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet found = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (found.next()) {
                types.add(found.getInt("DATA_TYPE"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(types).isNotEmpty();
        return types;
    }

    /// A search that finds nothing is worth what it finds where there is something.
    @Test
    void aLeakWouldBeFound() throws IOException {
        Election election = elect("Nominate Quince", shuffled(4));
        String code = election.last().getFirst();
        Person someone = people.get(7);
        assertThat(traces().pairs(people, election.all())).isEmpty();

        root.debug("cast: {} chose {}", someone.login(), Choice.YES);
        assertThat(traces().pairs(people, election.all()))
                .singleElement()
                .asString()
                .startsWith("log: ");
        log.list.clear();
        root.debug("sealed {}", code.replace("-", ""));
        assertThat(traces().codes(election.all())).singleElement().asString().startsWith("log: ");
        log.list.clear();
        jdbc.sql("""
                        INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                        VALUES (:vote, :member, 'NO', '', '2026-03-02')""")
                .param("vote", election.vote().number())
                .param("member", someone.number())
                .update();
        assertThat(traces().pairs(people, election.all()))
                .singleElement()
                .asString()
                .startsWith("ballot: ");
        jdbc.sql("DELETE FROM ballot").update();
        jdbc.sql("""
                        INSERT INTO journal (happened_at, member_id, subject_kind, subject_key, what)
                        VALUES ('2026-03-02', :member, 'vote', '1', 'cast +1')""").param("member", someone.number()).update();
        assertThat(traces().pairs(people, election.all()))
                .anyMatch(line -> line.startsWith("journal: ") && line.contains("cast +1"));
        jdbc.sql("UPDATE member SET email = :code WHERE id = :member")
                .param("code", code)
                .param("member", someone.number())
                .update();
        settle();
        assertThat(traces().codes(election.all())).anyMatch(line -> line.startsWith("member: "));
        assertThat(Traces.inBytes(files(), plain(election.all()))).isNotEmpty();
        assertThat(Traces.nearInBytes(files(), plain(election.all()), people)).isNotEmpty();
    }
}
