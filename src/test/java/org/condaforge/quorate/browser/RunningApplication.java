package org.condaforge.quorate.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The packaged application in a process of its own, on a free port: with its sample community, one for all
/// tests, or with a record of one test's own.
final class RunningApplication {

    private static final Pattern READY = Pattern.compile("Quorate is at http://localhost:(\\d+)");
    private static @Nullable RunningApplication running;

    private final int port;
    private final Process process;

    private RunningApplication(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static synchronized RunningApplication get() {
        if (running == null) {
            try {
                running = start(Files.createTempDirectory("quorate-browser"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /// The application on what its import command made of `files`; it ends with this process.
    static RunningApplication on(Path files) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("quorate-browser");
        Process process = process("import", "--quorate.data=" + data, files.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The import refused something:\n" + said);
        }
        return start(data);
    }

    /// The application on what is in that folder, a sample community where nothing is.
    static RunningApplication over(Path data) throws IOException {
        return start(data);
    }

    /// Ends it, and returns when it has ended.
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Duser.timezone=UTC",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Path.of(System.getProperty("quorate.jar", "target/quorate.jar")).toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static RunningApplication start(Path data) throws IOException {
        Process process = process("run", "--server.port=0", "--quorate.data=" + data);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        StringBuilder said = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Optional<Integer> port = port(line);
            if (port.isPresent()) {
                // Reading what a process says holds a carrier of virtual threads: two applications would hold all
                // that a small machine has.
                Thread.ofPlatform().daemon().start(() -> out.lines().forEach(System.out::println));
                return new RunningApplication(port.get(), process);
            }
        }
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The application did not start:\n" + said);
    }

    private static Optional<Integer> port(String line) {
        Matcher ready = READY.matcher(line);
        return ready.find() ? Optional.of(Integer.valueOf(ready.group(1))) : Optional.empty();
    }
}
