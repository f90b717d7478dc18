package org.condaforge.quorate.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.WrittenMinutes;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MariaDb;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.TestBeans;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// How long the import of all minutes, proposals and rosters takes beside the bare commonmark parse of the same minutes
/// and proposals in the same run: into an empty database, into one that holds them already, and into one that holds
/// an earlier version of each. Then the same with ten times the files, copies under other dates and numbers: each of
/// the three may take at most twelve times as long; otherwise it ends with a sentence and exit 1.
///
/// The files are the real ones where they are on the machine ([RealData]), else 122 that [WrittenMinutes] writes. Run
/// it after `mvn test-compile`, on an H2 file or, with the argument `mariadb`, on a MariaDB:
/// ```
/// mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -Duser.timezone=UTC -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.source.ImportBenchmark
/// ```
public final class ImportBenchmark {

    private static final int ROUNDS = 3;

    /// Until the code is compiled, each file takes far longer.
    private static final int WARM_UP = 6;

    private static final int WRITTEN = 122;
    private static final int TIMES = 10;
    private static final double AT_MOST = 12;

    private static final Parser BARE = Parser.builder()
            .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
            .build();

    /// What one measurement took at best, in nanoseconds.
    private record Times(long bare, long empty, long full, long changed) {}

    private final Community community;
    private final ImportService imports;

    private ImportBenchmark(ConfigurableApplicationContext context) {
        community = context.getBean(Community.class);
        imports = context.getBean(ImportService.class);
    }

    /// With `mariadb`, or without arguments.
    public static void main(String[] arguments) throws IOException {
        boolean mariaDb = arguments.length > 0 && arguments[0].equals("mariadb");
        Path folder = Files.createTempDirectory("quorate-benchmark");
        boolean linear;
        try {
            Path once = folder.resolve("once");
            Path tenfold = folder.resolve("tenfold");
            lay(once, 1);
            lay(tenfold, TIMES);
            List<String> settings = new ArrayList<>(List.of("--" + OnH2.NO_PAGES, "--" + OnH2.NO_CLOSER));
            if (mariaDb) {
                settings.add("--spring.datasource.url=" + MariaDb.emptyDatabase());
                settings.add("--spring.datasource.username=root");
            } else {
                settings.add("--quorate.data=" + folder.resolve("data"));
            }
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                            QuorateApplication.class, TestBeans.class)
                    .web(WebApplicationType.NONE)
                    .run(settings.toArray(String[]::new))) {
                System.out.printf(
                        "%s, %s, best of %d rounds, %d processors%n",
                        mariaDb ? "MariaDB" : "H2 file",
                        RealData.folder().isPresent() ? "the real files" : "written files",
                        ROUNDS,
                        Runtime.getRuntime().availableProcessors());
                linear = new ImportBenchmark(context).compare(once, tenfold);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(linear ? 0 : 1);
    }

    private boolean compare(Path once, Path tenfold) {
        for (int i = 0; i < WARM_UP; i++) {
            measure(once);
        }
        Times one = best(once);
        Times ten = best(tenfold);
        print("once", once, one);
        print("tenfold", tenfold, ten);
        return linear("into an empty database", one.empty(), ten.empty())
                & linear("into a full database", one.full(), ten.full())
                & linear("of changed files into a full database", one.changed(), ten.changed());
    }

    private static void print(String what, Path folder, Times times) {
        System.out.printf(
                "%-8s %,5d files  bare parse %,6d ms   empty %,7d ms (%.1f)   full %,7d ms (%.1f)   changed %,7d ms (%.1f)%n",
                what,
                markdown(folder).size(),
                times.bare() / 1_000_000,
                times.empty() / 1_000_000,
                (double) times.empty() / times.bare(),
                times.full() / 1_000_000,
                (double) times.full() / times.bare(),
                times.changed() / 1_000_000,
                (double) times.changed() / times.bare());
    }

    private static boolean linear(String what, long one, long ten) {
        double ratio = (double) ten / one;
        System.out.printf("The import %s takes %.1f times as long with ten times the files", what, ratio);
        System.out.println(
                ratio <= AT_MOST ? "." : "; that is more than %.0f: something in it is not linear.".formatted(AT_MOST));
        return ratio <= AT_MOST;
    }

    private Times best(Path folder) {
        Times best = measure(folder);
        for (int round = 1; round < ROUNDS; round++) {
            Times next = measure(folder);
            best = new Times(
                    Math.min(best.bare(), next.bare()),
                    Math.min(best.empty(), next.empty()),
                    Math.min(best.full(), next.full()),
                    Math.min(best.changed(), next.changed()));
        }
        return best;
    }

    private Times measure(Path folder) {
        community.clear();
        long bare = time(() -> parse(folder));
        long empty = time(() -> check(take(folder), true));
        long full = time(() -> check(take(folder), false));
        change(folder, "\nOne line more.\n");
        long changed = time(() -> take(folder));
        change(folder, "");
        return new Times(bare, empty, full, changed);
    }

    private static long time(Runnable work) {
        System.gc();
        long from = System.nanoTime();
        work.run();
        return System.nanoTime() - from;
    }

    private ImportReport take(Path folder) {
        return imports.importAll(List.of(folder));
    }

    private static void check(ImportReport report, boolean first) {
        if (report.refused()) {
            throw new IllegalStateException("Something was refused: " + report.problems());
        }
        if (first != report.count("meeting", Change.NEW) > 0 || report.count("meeting", Change.CHANGED) > 0) {
            throw new IllegalStateException("The database was not as expected.");
        }
    }

    private static void parse(Path folder) {
        int blocks = 0;
        for (Path file : markdown(folder)) {
            for (Node node = BARE.parse(text(file)).getFirstChild(); node != null; node = node.getNext()) {
                blocks++;
            }
        }
        if (blocks == 0) {
            throw new IllegalStateException("There are no files.");
        }
    }

    private static List<Path> markdown(Path folder) {
        return list(folder, "(?:\\d{4}-\\d\\d-\\d\\d|cfep-\\d+)\\.md");
    }

    /// Lets the minutes and proposals end in these lines.
    private static void change(Path folder, String end) {
        for (Path file : markdown(folder)) {
            String text = text(file);
            int last = text.lastIndexOf("\nOne line more.\n");
            write(file, (last < 0 ? text : text.substring(0, last)) + end);
        }
    }

    /// Lays so many copies of the files into the folder, one decade back from the other.
    private static void lay(Path folder, int copies) throws IOException {
        Files.createDirectories(folder);
        for (Path roster : real("members", "(?:core|emeritus)\\.csv")) {
            write(folder.resolve(String.valueOf(roster.getFileName())), text(roster));
        }
        List<Path> minutes = real("minutes", "\\d{4}-\\d\\d-\\d\\d\\.md");
        List<Path> proposals = real("cfep", "cfep-\\d+\\.md");
        for (int copy = 0; copy < copies; copy++) {
            for (Path file : minutes) {
                LocalDate date = LocalDate.parse(name(file).substring(0, 10));
                layMinutes(folder, date, text(file), copy);
            }
            for (int written = 0; minutes.isEmpty() && written < WRITTEN; written++) {
                WrittenMinutes one = WrittenMinutes.random(new Random(written));
                layMinutes(folder, one.date(), one.text(), copy);
            }
            for (Path file : proposals) {
                int number = Integer.parseInt(name(file).replaceAll("\\D", ""));
                write(folder.resolve("cfep-%02d.md".formatted(number + 30 * copy)), text(file));
            }
        }
    }

    private static void layMinutes(Path folder, LocalDate date, String text, int copy) {
        LocalDate other = date.minusYears(10L * copy);
        write(folder.resolve(other + ".md"), text.replace(date.toString(), other.toString()));
    }

    private static List<Path> real(String folder, String name) {
        return RealData.folder().map(data -> list(data.resolve(folder), name)).orElse(List.of());
    }

    private static List<Path> list(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches(name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
