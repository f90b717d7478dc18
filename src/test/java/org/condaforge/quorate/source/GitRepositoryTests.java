package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.source.SourceFile.Unreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class GitRepositoryTests {

    @TempDir
    Path folder;

    private Commits commits;

    @BeforeEach
    void init() {
        commits = new Commits(folder.resolve("grove"));
    }

    @AfterEach
    void close() {
        commits.close();
    }

    private Contents contents() {
        return contents(Optional.empty());
    }

    private Contents contents(Optional<String> told) {
        try (GitRepository repository = GitRepository.open("grove", commits.folder())) {
            return repository.contents("HEAD", told);
        }
    }

    private static FileHistory of(Contents contents, String name) {
        return contents.histories().stream()
                .filter(history -> history.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LocalDate> days(FileHistory history) {
        return history.versions().stream().map(FileHistory.Version::day).toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void readsWhatIsCommittedAndNotWhatLiesBeside() {
        commits.write("core.csv", "alder,,Alder\n").write("code/tree.py", "").write("docs/guide.md", "# Guide\n");
        commits.commit("2024-01-02T10:00:00Z");
        commits.write("emeritus.csv", "yew,,Yew\n");

        Contents contents = contents();

        assertThat(contents.items()).extracting(Contents.Item::address).containsExactly("grove/core.csv");
        assertThat(contents.notRecognised()).containsExactly("grove/docs/guide.md");
        assertThat(contents.notes()).containsExactly("1 other files of the repository were left alone.");
    }

    @Test
    void leavesLinksAndHiddenFilesAlone() throws IOException {
        commits.write("real/2024-01-03.md", "# 2024-01-03\n").write(".github/2024-01-10.md", "# 2024-01-10\n");
        Files.createSymbolicLink(commits.folder().resolve("2024-01-17.md"), Path.of("/etc/passwd"));
        commits.commit("2024-01-02T10:00:00Z");

        assertThat(contents().items()).extracting(Contents.Item::address).containsExactly("grove/real/2024-01-03.md");
    }

    @Test
    void followsAFileFromNameToName() {
        commits.write("src/core.csv", "alder,,Alder\n");
        commits.commit("2019-03-01T10:00:00Z");
        commits.write("src/core.csv", "alder,,Alder\nash,,Ash\n");
        String second = commits.commit("2020-03-01T10:00:00Z");
        commits.move("src/core.csv", "members/core.csv");
        commits.commit("2021-03-01T10:00:00Z");
        commits.write("members/core.csv", "ash,,Ash\n");
        commits.commit("2022-03-01T10:00:00Z");

        FileHistory history = of(contents(), "core.csv");

        assertThat(history.address()).isEqualTo("grove/members/core.csv");
        assertThat(days(history)).containsExactly(day("2019-03-01"), day("2020-03-01"), day("2022-03-01"));
        assertThat(history.versions().get(1).commit()).isEqualTo(second);
        assertThat(history.versions().get(1).path()).isEqualTo("src/core.csv");
    }

    @Test
    void followsAFileThatWentAndCameBack() {
        commits.write("core.csv", "alder,,Alder\n");
        commits.commit("2019-03-01T10:00:00Z");
        commits.delete("core.csv").write("other", "");
        commits.commit("2020-03-01T10:00:00Z");
        commits.write("members/core.csv", "ash,,Ash\n");
        commits.commit("2021-03-01T10:00:00Z");

        assertThat(days(of(contents(), "core.csv"))).containsExactly(day("2019-03-01"), day("2021-03-01"));
    }

    @Test
    void tellsOfAListThatIsNoLongerThere() {
        commits.write("core.csv", "alder,,Alder\n");
        commits.commit("2019-03-01T10:00:00Z");
        commits.delete("core.csv").write("other", "");
        commits.commit("2020-03-01T10:00:00Z");

        FileHistory history = of(contents(), "core.csv");

        assertThat(history.address()).isEmpty();
        assertThat(days(history)).containsExactly(day("2019-03-01"));
    }

    @Test
    void whatABranchSaidHoldsFromTheDayOfItsMerge() throws Unreadable {
        commits.write("cfep-07.md", "draft");
        commits.commit("2024-01-01T10:00:00Z");
        commits.branch("accept").write("cfep-07.md", "accepted");
        commits.commit("2024-01-05T10:00:00Z");
        commits.merge("accept", "2024-02-01T10:00:00Z");

        FileHistory history = of(contents(), "cfep-07.md");

        assertThat(days(history)).containsExactly(day("2024-01-01"), day("2024-02-01"));
        assertThat(new String(history.versions().getLast().bytes().read(), StandardCharsets.UTF_8))
                .isEqualTo("accepted");
    }

    @Test
    void aCommitIsNotOlderThanTheOneItBuildsOn() {
        commits.write("core.csv", "alder,,Alder\n");
        commits.commit("2024-05-01T10:00:00Z");
        commits.write("core.csv", "ash,,Ash\n");
        commits.commit("2024-04-01T10:00:00Z");

        assertThat(days(of(contents(), "core.csv"))).containsExactly(day("2024-04-01"), day("2024-04-01"));
    }

    @Test
    void theStatusesOfProposalsAreToldOnceForACommit() {
        commits.write("cfep-07.md", "draft").write("core.csv", "alder,,Alder\n");
        commits.commit("2024-01-01T10:00:00Z");
        Contents first = contents();

        assertThat(contents(first.head()).histories())
                .extracting(FileHistory::name)
                .containsExactly("core.csv");
        assertThat(first.histories()).extracting(FileHistory::name).contains("cfep-07.md", "core.csv");
    }

    @Test
    void saysThatARepositoryHasNoCommit() {
        assertThatThrownBy(this::contents)
                .isInstanceOf(RefusedSource.class)
                .hasMessage("The repository grove has no commit yet.");
    }

    private GitClones clones(DataSize largest) {
        return new GitClones(
                folder.resolve("data"),
                new SourceProperties(List.of("example.org"), largest, Duration.ofMinutes(5), Duration.ofMinutes(5)));
    }

    @Test
    void clonesOnlyTheNewestCommitWhereNoFileNeedsItsHistory() throws IOException {
        commits.write("2024-01-03.md", "# 2024-01-03\n");
        commits.commit("2024-01-03T10:00:00Z");
        commits.write("2024-01-10.md", "# 2024-01-10\n");
        commits.commit("2024-01-10T10:00:00Z");
        String address = commits.folder().toUri().toString();

        Path clone = clones(DataSize.ofMegabytes(5)).fetch(address, () -> {});
        assertThat(clone.resolve("shallow")).isNotEmptyFile();
        commits.write("core.csv", "alder,,Alder\n");
        commits.commit("2024-02-01T10:00:00Z");
        commits.write("core.csv", "ash,,Ash\n");
        commits.commit("2024-02-02T10:00:00Z");

        clones(DataSize.ofMegabytes(5)).fetch(address, () -> {});
        try (GitRepository repository = GitRepository.open("grove", clone)) {
            Contents contents = repository.contents(GitClones.HEAD, Optional.empty());
            assertThat(contents.items()).hasSize(3);
            assertThat(days(of(contents, "core.csv"))).containsExactly(day("2024-02-01"), day("2024-02-02"));
        }
    }

    @Test
    void stopsAtARepositoryThatIsTooLarge() {
        commits.write("core.csv", "alder,,Alder\n");
        commits.commit("2024-01-03T10:00:00Z");
        String address = commits.folder().toUri().toString();

        assertThatThrownBy(() -> clones(DataSize.ofBytes(100)).fetch(address, () -> {}))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("larger than 100B");
    }
}
