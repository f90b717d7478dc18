package org.condaforge.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.source.ImportService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.OnH2;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;

/// What people look for in the real record stands among the first three; skipped where the record is not here.
@OnH2
class RelevanceH2Tests {

    /// A query and the record, of a kind and with a key, that belongs among the first three.
    private record Expected(String query, String kind, String key) {}

    private static final List<Expected> TABLE = List.of(
            new Expected("CFEP-12", "cfeps", "12"),
            new Expected("cfep18", "cfeps", "18"),
            new Expected("9", "cfeps", "9"),
            new Expected("static libraries", "cfeps", "18"),
            new Expected("zulip", "cfeps", "23"),
            new Expected("pinning epochs", "cfeps", "19"),
            new Expected("python 2.7", "cfeps", "15"),
            new Expected("license family", "cfeps", "16"),
            new Expected("travis xcode", "cfeps", "2"),
            new Expected("pre-release builds", "cfeps", "5"),
            new Expected("\"too big to fail\"", "cfeps", "8"),
            new Expected("securing uploads", "cfeps", "13"),
            new Expected("closing old PRs staged recipes", "cfeps", "11"),
            new Expected("noarch minimum python version", "cfeps", "25"),
            new Expected("feedstock stat", "cfeps", "10"));

    @Autowired
    Community community;

    @Autowired
    ImportService imports;

    @Autowired
    MemberService members;

    @Autowired
    MeetingService meetings;

    @Autowired
    SearchService search;

    @BeforeEach
    void readTheRecord() {
        community.clear();
        List<Path> paths = Stream.of("minutes", "cfep", "members/core.csv", "members/emeritus.csv")
                .map(RealData::path)
                .toList();
        imports.importAll(paths);
        search.refresh();
    }

    @Test
    void theExpectedRecordIsAmongTheFirstThree() {
        Assertions.assertAll(TABLE.stream().map(expected -> (Executable) () -> {
            Page.Request firstThree = new Page.Request(0, 3);
            Search asked = Search.of(expected.query(), Optional.empty(), Optional.empty(), firstThree);
            assertThat(search.find(asked).hits().items())
                    .as(expected.query())
                    .extracting(hit -> hit.kind().word() + " " + hit.key())
                    .contains(expected.kind() + " " + expected.key());
        }));
    }

    @Test
    void everyMemberIsFoundFirstByLogin() {
        assertThat(members.everybody()).isNotEmpty().allSatisfy(person -> {
            Search asked = Search.of(person.login(), Optional.empty(), Optional.empty(), new Page.Request(0, 1));
            assertThat(search.find(asked).hits().items())
                    .extracting(Found.Hit::key)
                    .containsExactly(person.login());
        });
    }

    @Test
    void everyMeetingIsFoundByItsDate() {
        LocalDate longAgo = LocalDate.of(2000, 1, 1);
        assertThat(meetings.datesSince(longAgo)).isNotEmpty().allSatisfy(date -> {
            Search asked = Search.of(date.toString(), Optional.empty(), Optional.empty(), new Page.Request(0, 3));
            assertThat(search.find(asked).hits().items())
                    .extracting(Found.Hit::key)
                    .contains(date.toString());
        });
    }
}
