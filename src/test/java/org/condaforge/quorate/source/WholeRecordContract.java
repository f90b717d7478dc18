package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The import of the whole real record: all minutes, proposals, rosters of all days and vote records; skipped where it
/// is not on the machine.
abstract class WholeRecordContract {

    @Autowired
    ImportService imports;

    @Autowired
    MeetingService meetings;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    private ImportReport read() {
        return imports.importAll(Stream.of("minutes", "cfep", "members", "vote-results")
                .map(RealData::path)
                .toList());
    }

    private static List<Path> minutes() throws IOException {
        try (Stream<Path> files = Files.list(RealData.path("minutes"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingIsRefusedOrLost() throws IOException {
        community.clear();
        clock.set(Instant.parse("2026-01-01T00:00:00Z"));
        ImportReport first = read();

        assertThat(first.problems()).filteredOn(ImportReport.Problem::refused).isEmpty();
        assertThat(first.problems()).allSatisfy(problem -> {
            assertThat(problem.file()).isNotBlank();
            assertThat(problem.message()).endsWith(".");
        });
        List<Path> files = minutes();
        assertThat(files).hasSizeGreaterThanOrEqualTo(122);
        assertThat(first.count("meeting", Change.NEW)).isEqualTo(files.size());
        assertThat(meetings.list(Optional.empty(), new Page.Request(0, 1)).total())
                .isEqualTo(files.size());
        for (Path file : files) {
            LocalDate date = LocalDate.parse(String.valueOf(file.getFileName()).substring(0, 10));
            MeetingDetail meeting = meetings.detail(date).orElseThrow();
            assertThat(meeting.minutes()).as("the text of %s", date).isEqualTo(Files.readString(file));
            assertThat(first.problems().stream()
                            .filter(problem -> problem.file().equals(file.toString()))
                            .map(problem -> problem.line() + problem.message()))
                    .as("what is told of %s, and stored", date)
                    .containsExactlyElementsOf(meeting.problems().stream()
                            .map(problem -> problem.line() + problem.message())
                            .toList());
        }

        var before = community.everything();
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        ImportReport second = read();

        assertThat(second.entries()).extracting(ImportReport.Entry::change).containsOnly(Change.UNCHANGED);
        assertThat(second.problems()).containsExactlyInAnyOrderElementsOf(first.problems());
        assertThat(community.everything()).isEqualTo(before);
    }
}
