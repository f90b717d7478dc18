package org.condaforge.quorate.support;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// A process of its own that runs a class of the tests, is told things on its standard input, answers on its standard
/// output, and can be killed. Both speak in lines of words; what a child says through [#say] ends with a mark, so that
/// a line that a kill cut off is told from a whole one, and so are other words on its standard output.
public final class ChildJvm implements AutoCloseable {

    private static final String MARK = " .";

    private final Process process;
    private final Path errors;
    private final BufferedWriter input;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /// Starts it with the classes of the running JVM.
    ///
    /// @param errors the file that takes its standard error
    public static ChildJvm run(Class<?> main, Path errors, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                // It does not live long: what is compiled less is sooner at work.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a child says to its parent.
    public static synchronized void say(String line) {
        System.out.println(line + MARK);
        System.out.flush();
    }

    /// Ends the child when its parent is gone: for a child that is told nothing.
    public static void endWithParent() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nobody tells it anything.
                }
            } catch (IOException e) {
                // Gone as well.
            }
            Runtime.getRuntime().halt(1);
        });
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.endsWith(MARK)) {
                    note(line.substring(0, line.length() - MARK.length()));
                }
            }
        } catch (IOException e) {
            // It was killed while it spoke.
        } finally {
            end();
        }
    }

    private synchronized void note(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Tells it something.
    public void tell(String line) {
        try {
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process does not listen: " + complaints(), e);
        }
    }

    /// Waits for the first line from that place on (0 is the very first) that is wanted.
    ///
    /// @return the place after it
    /// @throws IllegalStateException if the process ends before it says so
    public synchronized int await(int from, Predicate<String> wanted) throws InterruptedException {
        for (int place = from; ; place++) {
            while (lines.size() <= place) {
                if (ended) {
                    throw new IllegalStateException("the process has ended: " + complaints());
                }
                wait();
            }
            if (wanted.test(lines.get(place))) {
                return place + 1;
            }
        }
    }

    /// The line at that place.
    public synchronized String line(int place) {
        return lines.get(place);
    }

    /// Ends it at once, by signal 9, and waits until all it said has been read.
    ///
    /// @return all it said
    /// @throws IllegalStateException if it had ended by itself
    public List<String> kill() throws InterruptedException {
        // Through the handle, because Process would also close what is still to be read.
        process.toHandle().destroyForcibly();
        int code = process.waitFor();
        reader.join();
        if (code != 128 + 9) {
            throw new IllegalStateException("the process ended by itself with %d: %s".formatted(code, complaints()));
        }
        synchronized (this) {
            return List.copyOf(lines);
        }
    }

    /// What it wrote to its standard error.
    public String complaints() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
