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
import org.condaforge.quorate.support.TestBeans;
import org.condaforge.quorate.support.Trees;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// How many ballots a second can be cast through the service, beside a bare JDBC upsert of the same row in a
/// transaction of its own: on an H2 file and on a MariaDB, each with the application's own settings. No test: its
/// figures depend on the machine, and only the ratios mean something elsewhere.
///
/// Run it after `mvn test-compile`, with as many clients and casts a client as you like (60 and 50 by default):
/// ```
/// mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.vote.CastLoad 60 50
/// ```
public final class CastLoad {

    private static final int ROUNDS = 3;

    private static final String UPSERT = """
            INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at) VALUES (?, ?, ?, '', NOW(6))
            ON DUPLICATE KEY UPDATE choice = VALUES(choice), comment = VALUES(comment), cast_at = VALUES(cast_at)""";

    /// One cast of a client.
    private interface Cast {

        void by(int client, Choice choice) throws SQLException;
    }

    private final ConfigurableApplicationContext context;
    private final int clients;
    private final int casts;
    private final List<MemberId> members;

    private CastLoad(ConfigurableApplicationContext context, int clients, int casts) {
        this.context = context;
        this.clients = clients;
        this.casts = casts;
        Community community = context.getBean(Community.class);
        community.clear();
        this.members = community.active(clients);
    }

    /// With the number of clients and of casts a client.
    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int casts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        System.out.printf(
                "%d clients, %d casts each, best of %d rounds, %d processors%n",
                clients, casts, ROUNDS, Runtime.getRuntime().availableProcessors());
        Path folder = Files.createTempDirectory("quorate-load");
        try {
            measure("H2 file", clients, casts, "--quorate.data=" + folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        try {
            String address = MariaDb.emptyDatabase();
            measure(
                    "MariaDB",
                    clients,
                    casts,
                    "--spring.datasource.url=" + address,
                    "--spring.datasource.username=root");
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.exit(0);
    }

    private static void measure(String name, int clients, int casts, String... settings) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(settings));
        all.addAll(List.of("--" + OnH2.NO_PAGES, "--" + OnH2.NO_CLOSER));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        QuorateApplication.class, TestBeans.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new))) {
            CastLoad load = new CastLoad(context, clients, casts);
            double service = 0;
            double bare = 0;
            load.throughTheService(load.vote("warm up"));
            load.bare(load.vote("warm up bare"));
            for (int round = 0; round < ROUNDS; round++) {
                service = Math.max(service, load.throughTheService(load.vote("service " + round)));
                bare = Math.max(bare, load.bare(load.vote("bare " + round)));
            }
            System.out.printf(
                    "%-8s  service %,7.0f casts/s   bare upsert %,7.0f /s   ratio 1 : %.1f%n",
                    name, service, bare, bare / service);
        }
    }

    private VoteId vote(String title) {
        SignIn.as(Trees.login(0));
        try {
            return context.getBean(VoteCalls.class)
                    .call(new Call(
                            "conda-forge",
                            "other",
                            Optional.empty(),
                            title,
                            "Green.",
                            VotingContract.START.plus(Duration.ofDays(7)),
                            ""));
        } finally {
            SignIn.out();
        }
    }

    private double throughTheService(VoteId vote) throws Exception {
        Casting casting = context.getBean(Casting.class);
        return perSecond((client, choice) -> casting.cast(vote, choice, ""));
    }

    private double bare(VoteId vote) throws Exception {
        DataSource database = context.getBean(DataSource.class);
        return perSecond((client, choice) -> {
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

    private double perSecond(Cast cast) throws Exception {
        CountDownLatch ready = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> ends = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                ends.add(threads.submit(() -> {
                    SignIn.as(Trees.login(client));
                    ready.countDown();
                    ready.await();
                    for (int n = 0; n < casts; n++) {
                        cast.by(client, Choice.values()[n % 3]);
                    }
                    SignIn.out();
                    return System.nanoTime();
                }));
            }
            ready.await();
            long start = System.nanoTime();
            long end = start;
            for (Future<Long> last : ends) {
                end = Math.max(end, last.get());
            }
            return clients * casts * 1e9 / (end - start);
        }
    }
}
