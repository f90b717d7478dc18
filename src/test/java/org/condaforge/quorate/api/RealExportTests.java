package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.AgendaDraft;
import org.condaforge.quorate.meeting.AgendaService;
import org.condaforge.quorate.meeting.AgendaWriter;
import org.condaforge.quorate.meeting.Minutes;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.source.ImportService;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The real record goes out as it came in; skipped where it is not on the machine.
@OnH2
class RealExportTests {

    private static final List<String> READ =
            List.of("members/core.csv", "members/emeritus.csv", "cfep", "minutes", "vote-results");

    @TempDir
    Path out;

    @Autowired
    RecordExport export;

    @Autowired
    ImportService imports;

    @Autowired
    AgendaService agendas;

    @Autowired
    ActionReader actions;

    @Autowired
    Community community;

    @BeforeEach
    void read() {
        List<Path> paths = READ.stream().map(RealData::path).toList();
        community.clear();
        assertThat(imports.importAll(paths).refused()).isFalse();
    }

    @Test
    void rostersMinutesAndRecordsAreTheSameToTheByte() throws IOException {
        RecordExport.Written written = export.writeTo(out.resolve("record"));

        for (String file : written.files()) {
            if (file.startsWith("json/")) {
                continue;
            }
            Path source = RealData.path(file.endsWith(".csv") ? "members/" + file : file);
            assertThat(Files.mismatch(out.resolve("record").resolve(file), source))
                    .as(file)
                    .isEqualTo(-1);
        }
        assertThat(written.rosters()).isEqualTo(2);
        try (Stream<Path> minutes = Files.list(RealData.path("minutes"))) {
            assertThat(written.meetings()).isEqualTo((int)
                    minutes.filter(file -> file.toString().endsWith(".md")).count());
        }
        assertThat(written.records()).isEqualTo(4);
    }

    @Test
    void theNextAgendaReadsBackToTheSameItems() throws UnreadableMinutes {
        AgendaDraft draft = agendas.draft(LocalDate.of(2026, 3, 4));

        Minutes read = MinutesParser.parse(AgendaWriter.write(draft), "");

        assertThat(read.actionItems())
                .extracting(Minutes.ActionItem::text)
                .containsExactlyElementsOf(draft.todos().stream()
                        .flatMap(group -> group.items().stream())
                        .map(AgendaDraft.Todo::text)
                        .toList());
        assertThat(read.actionItems()).hasSameSizeAs(actions.open());
        assertThat(read.agendaItems())
                .filteredOn(item -> item.section().equals("previous"))
                .extracting(Minutes.AgendaItem::text)
                .containsExactlyElementsOf(
                        draft.previous().stream().map(AgendaDraft.Point::text).toList());
    }
}
