package org.condaforge.quorate.vote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MariaDb;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.TestBeans;
import org.condaforge.quorate.support.Trees;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// How many ballots a second 1, 8 and 64 clients cast in one vote through the service, beside a bare JDBC upsert of the
/// same row in a transaction of its own: on an H2 file and on a MariaDB, each with the application's own settings. No
/// test: its figures depend on the machine, and only the ratios mean something elsewhere.
///
/// Run it after `mvn test-compile`, with as many seconds a measurement as you like (3 by default; it takes about 40
/// times as long):
/// ```
/// mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -Duser.timezone=UTC -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.vote.CastLoad 3
/// ```
public final class CastLoad {

    private static final List<Integer> CLIENTS = List.of(1, 8, 64);
    private static final int ROUNDS = 3;

    private static final String UPSERT = """
            INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at) VALUES (?, ?, ?, '', NOW(6))
            ON DUPLICATE KEY UPDATE choice = VALUES(choice), comment = VALUES(comment), cast_at = VALUES(cast_at)""";

    /// One cast of a client.
    private interface Cast {

        void by(int client, Choice choice) throws SQLException;
    }

    private final ConfigurableApplicationContext context;
    private final Duration time;
    private final List<MemberId> members;
    private int votes;

    private CastLoad(ConfigurableApplicationContext context, Duration time) {
        this.context = context;
        this.time = time;
        Community community = context.getBean(Community.class);
        community.clear();
        this.members = community.active(CLIENTS.getLast());
    }

    /// With the number of seconds a measurement.
    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 3);
        System.out.printf(
                "%d s each, the best of %d, %d processors%n",
                time.toSeconds(), ROUNDS, Runtime.getRuntime().availableProcessors());
        System.out.printf("%-8s %7s %15s %15s %12s%n", "", "clients", "service/s", "bare upsert/s", "ratio");
        Path folder = Files.createTempDirectory("quorate-load");
        try {
            measure("H2 file", time, "--quorate.data=" + folder);
            measure(
                    "MariaDB",
                    time,
                    "--quorate.data=" + folder,
                    "--spring.datasource.url=" + MariaDb.emptyDatabase(),
                    "--spring.datasource.username=root");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private static void measure(String name, Duration time, String... settings) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        all.addAll(List.of("--" + OnH2.NO_PAGES, "--" + OnH2.NO_CLOSER));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        QuorateApplication.class, TestBeans.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new))) {
            CastLoad load = new CastLoad(context, time);
            load.throughTheService(CLIENTS.getLast());
            load.bare(CLIENTS.getLast());
            for (int clients : CLIENTS) {
                double service = 0;
                double bare = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    service = Math.max(service, load.throughTheService(clients));
                    bare = Math.max(bare, load.bare(clients));
                }
                System.out.printf(
                        "%-8s %7d %,15.0f %,15.0f %12s%n",
                        name, clients, service, bare, "1 : %.1f".formatted(bare / service));
            }
            System.out.printf("%-8s a cast is %d statements and a commit%n", name, load.statementsOfACast());
        }
    }

    private int statementsOfACast() {
        VoteId vote = vote();
        SignIn.as(Trees.login(0));
        Casting casting = context.getBean(Casting.class);
        casting.cast(vote, Choice.YES, "");
        int statements = SqlCount.of(() -> casting.cast(vote, Choice.NO, "")).size();
        SignIn.out();
        return statements;
    }

    private VoteId vote() {
        SignIn.as(Trees.login(0));
        try {
            return context.getBean(VoteCalls.class)
                    .call(new Call(
                            "conda-forge",
                            "other",
                            Optional.empty(),
                            "Paint it, no. " + ++votes,
                            "Green.",
                            VotingContract.START.plus(Duration.ofDays(7)),
                            ""));
        } finally {
            SignIn.out();
        }
    }

    private double throughTheService(int clients) throws Exception {
        VoteId vote = vote();
        Casting casting = context.getBean(Casting.class);
        return perSecond(clients, (client, choice) -> casting.cast(vote, choice, ""));
    }

    private double bare(int clients) throws Exception {
        VoteId vote = vote();
        DataSource database = context.getBean(DataSource.class);
        return perSecond(clients, (client, choice) -> {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                    statement.setLong(1, vote.number());
                    statement.setLong(2, members.get(client).number());
                    statement.setString(3, choice.name());
                    statement.executeUpdate();
                }
                connection.commit();
            }
        });
    }

    private double perSecond(int clients, Cast cast) throws Exception {
        CountDownLatch ready = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                done.add(threads.submit(() -> {
                    SignIn.as(Trees.login(client));
                    ready.countDown();
                    ready.await();
                    long end = System.nanoTime() + time.toNanos();
                    int casts = 0;
                    for (; System.nanoTime() < end; casts++) {
                        cast.by(client, Choice.values()[casts % 3]);
                    }
                    SignIn.out();
                    return casts;
                }));
            }
            ready.await();
            long start = System.nanoTime();
            int casts = 0;
            for (Future<Integer> each : done) {
                casts += each.get();
            }
            return casts * 1e9 / (System.nanoTime() - start);
        }
    }
}
