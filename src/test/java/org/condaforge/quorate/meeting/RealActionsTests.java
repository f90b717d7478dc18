package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.ActionChain.Line;
import org.junit.jupiter.api.Test;

/// What following the real minutes gives: 1638 lines of action items in 51 lists are 114 items. Skipped where the
/// minutes are not on the machine.
class RealActionsTests {

    private static SortedMap<LocalDate, List<Line>> lists() throws IOException, UnreadableMinutes {
        SortedMap<LocalDate, List<Line>> lists = new TreeMap<>();
        try (Stream<Path> files = Files.list(RealData.path("minutes"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                Minutes minutes = MinutesParser.parse(
                        Files.readString(file), file.getFileName().toString());
                List<Line> lines = new ArrayList<>();
                minutes.actionItems()
                        .forEach(item -> lines.add(new Line(
                                minutes.date(),
                                lines.size(),
                                item.done(),
                                String.join(", ", item.owners()),
                                item.text())));
                lists.put(minutes.date(), lines);
            }
        }
        return lists;
    }

    @Test
    void followsTheRealListsThroughTwoYears() throws Exception {
        List<ActionChain> chains = ActionThread.through(lists(), List.of());

        assertThat(chains).hasSizeBetween(100, 130);
        assertThat(chains.stream().mapToInt(chain -> chain.lines().size()).sum())
                .isGreaterThan(1_600);
        ActionChain longest = chains.stream()
                .max(Comparator.comparingInt(chain -> chain.lines().size()))
                .orElseThrow();
        assertThat(longest.lines()).hasSize(48);
        assertThat(longest.lines().getFirst().text()).startsWith("Scheduling Anaconda <-> conda-forge sync");
        assertThat(chains)
                .filteredOn(chain -> chain.state() == ActionState.OPEN)
                .hasSizeBetween(38, 44);
        assertThat(chains)
                .filteredOn(chain ->
                        chain.lines().stream().anyMatch(line -> line.text().startsWith("start pushing images to quay")))
                .singleElement()
                .satisfies(chain -> assertThat(chain.lines())
                        .extracting(Line::owners)
                        .startsWith("???")
                        .endsWith("MRB"));
        assertThat(chains)
                .filteredOn(chain -> chain.lines().getFirst().text().equals("schedule mirroring conversation"))
                .singleElement()
                .satisfies(chain -> assertThat(chain.tickedOn()).isPresent());
    }
}
