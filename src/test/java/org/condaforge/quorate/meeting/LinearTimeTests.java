package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Twice the file takes at most two and a half times the work, whatever stands in it. The work is the processor time of
/// this thread, the least of several runs, so that a busy machine does not count; a shape gets several tries. A shape
/// that is read too fast to be measured is read in a larger size, up to what minutes may have.
class LinearTimeTests {

    private static final int SIZE = 60_000;
    private static final double AT_MOST = 2.5;
    private static final int LARGEST = 2_400_000;
    private static final long NEGLIGIBLE = 20_000_000;
    private static final int TRIES = 6;

    static Stream<String> shapes() {
        return Hostile.SHAPES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void twiceTheFileIsTwiceTheWork(String name) {
        var shape = Objects.requireNonNull(Hostile.SHAPES.get(name));
        int size = SIZE;
        while (size < LARGEST && least(shape.apply(size), 2) < NEGLIGIBLE) {
            size = Math.min(LARGEST, 4 * size);
        }
        var once = shape.apply(size);
        var twice = shape.apply(2 * size);
        double ratio = Double.MAX_VALUE;
        for (int attempt = 0; attempt < TRIES && ratio > AT_MOST; attempt++) {
            ratio = (double) least(twice, 2 + attempt) / least(once, 2 + attempt);
        }
        assertThat(ratio)
                .as("the work for %s, twice %,d characters against once", name, size)
                .isLessThanOrEqualTo(AT_MOST);
    }

    private static long least(String text, int runs) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long from = threads.getCurrentThreadCpuTime();
            Hostile.readAsEverything(text);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - from);
        }
        return least;
    }

    @Test
    void refusesMoreLinesThanPeopleWrite() {
        assertThatThrownBy(() -> MinutesParser.parse("* [ ] dig\n".repeat(20_001), "2022-05-04.md"))
                .isInstanceOfSatisfying(
                        UnreadableMinutes.class,
                        refused -> assertThat(refused.line()).isEqualTo(20_001))
                .hasMessageContaining("20,001 lines")
                .hasMessageContaining("at most 20,000");
    }

    @Test
    void refusesMoreBytesThanTheDatabasesHold() {
        assertThatThrownBy(() -> MinutesParser.parse("木🌲🌲".repeat(1_500_000), "2022-05-04.md"))
                .isInstanceOf(UnreadableMinutes.class)
                .hasMessageContaining("at most 16,000,000 bytes");
    }

    @Test
    void refusesMoreEntriesThanPeopleWrite() {
        assertThatThrownBy(() -> MinutesParser.parse("# TODO\n" + "* [ ] dig\n".repeat(10_001), "2022-05-04.md"))
                .isInstanceOfSatisfying(
                        UnreadableMinutes.class,
                        refused -> assertThat(refused.line()).isEqualTo(10_002))
                .hasMessageContaining("10,001 action items");
    }

    @Test
    void tellsOfEachLineItDoesNotReadAsMarkdown() throws UnreadableMinutes {
        var minutes = MinutesParser.parse("## Agenda\n* seeds\n* " + "<".repeat(40_000) + "\n", "2022-05-04.md");

        assertThat(minutes.agendaItems()).hasSize(2);
        assertThat(minutes.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("too long");
        });
    }

    @Test
    void readsItemsAtAnyDepth() throws UnreadableMinutes {
        var minutes = MinutesParser.parse(Hostile.nested(3_000), "2022-05-04.md");

        assertThat(minutes.actionItems()).hasSize(3_000);
    }

    @Test
    void tellsAtMostAsManyProblemsAsSomebodyReads() throws UnreadableMinutes {
        var minutes = MinutesParser.parse("## Agenda\n" + "* [x]dig\n".repeat(3_000), "2022-05-04.md");

        assertThat(minutes.problems())
                .hasSize(201)
                .anySatisfy(
                        problem -> assertThat(problem.message()).isEqualTo("2,800 more lines were not understood."));
    }
}
