package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SourceLocatorTests {

    private final SourceLocator locator = new SourceLocator(new SourceProperties(
            List.of("github.com"), DataSize.ofMegabytes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc",
                "file:/etc/passwd",
                "FILE:///etc",
                "http://github.com/grove/cfep",
                "ssh://git@github.com/grove/cfep",
                "git@github.com:grove/cfep.git",
                "git://github.com/grove/cfep",
                "ext::sh -c date",
                "https://alder:secret@github.com/grove/cfep",
                "https://github.com@example.org/grove/cfep",
                "https://github.com:8443/grove/cfep",
                "https://github.com/grove/cfep?x=1",
                "https://github.com/grove/cfep#x",
                "https:///grove/cfep",
                "https://github.com/grove cfep",
                "jar:file:/tmp/x.jar!/y"
            })
    void refusesAddressesOfOtherKinds(String place) {
        assertThatThrownBy(() -> locator.locate(place))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("cannot be read: a repository is named by https://HOST/OWNER/NAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/grove/cfep",
                "https://github.com.example.org/grove/cfep",
                "https://127.0.0.1/grove/cfep",
                "https://[::1]/grove/cfep"
            })
    void refusesOtherHosts(String place) {
        assertThatThrownBy(() -> locator.locate(place))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("are not read here, only those of github.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/",
                "https://github.com/grove",
                "https://github.com/grove/../x",
                "https://github.com/grove/%2e%2e"
            })
    void refusesAddressesOfNoRepository(String place) {
        assertThatThrownBy(() -> locator.locate(place))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("names no repository");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/grove/cfep",
        "https://GitHub.com/grove/cfep.git",
        "' https://github.com:443/grove/cfep/ '",
    })
    void writesAnAddressInOneWay(String place) {
        assertThat(locator.locate(place)).isEqualTo(new Source.Repository("https://github.com/grove/cfep", true));
    }

    @Test
    void tellsARepositoryFromAFolderWithinOne() throws IOException {
        Path real = folder.toRealPath();
        try (Commits commits = new Commits(real.resolve("grove"))) {
            commits.write("minutes/2024-01-03.md", "# 2024-01-03\n");
            commits.commit("2024-01-03T10:00:00Z");

            assertThat(locator.locate(real + "/grove"))
                    .isEqualTo(new Source.Repository(real.resolve("grove").toString(), false));
            assertThat(locator.locate(real + "/grove/.git"))
                    .isEqualTo(new Source.Repository(real.resolve("grove/.git").toString(), false));
            assertThat(locator.locate(real + "/grove/minutes").kind()).isEqualTo(Source.Kind.FOLDER);
        }
    }

    @Test
    void saysThatThereIsNothing() {
        assertThatThrownBy(() -> locator.locate(folder + "/clearing"))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("There is no file or folder");
        assertThatThrownBy(() -> locator.locate(" ")).hasMessage("Name a folder, a file or a repository.");
        assertThatThrownBy(() -> locator.locate("a\u0000b")).hasMessage("That is no path and no address.");
    }

    @Test
    void twoWaysToAFolderAreOneSource() throws IOException {
        Path real = Files.createDirectories(folder.toRealPath().resolve("grove"));
        Files.createSymbolicLink(folder.toRealPath().resolve("link"), real);

        assertThat(locator.locate(folder + "/link").location()).isEqualTo(real.toString());
        assertThat(locator.locate(folder + "/grove/../grove/.").location()).isEqualTo(real.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-03.md, 2024-01-03.md",
        "../../etc/2024-01-03.md, 2024-01-03.md",
        "'C:\\\\temp\\\\core.csv', core.csv",
        "/etc/passwd, passwd",
    })
    void keepsOfTheNameOfAnUploadedFileOnlyTheLastPart(String name, String kept) {
        assertThat(new UploadedFile(name, new byte[0]).name()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/", "../..", ".ssh", "a\nb.md", "a\u0000.md"})
    void refusesAnUploadedFileWithoutAName(String name) {
        assertThatThrownBy(() -> new UploadedFile(name, new byte[0]))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("no name that can be read");
    }

    @Test
    void refusesAnUploadedFileThatIsTooLarge() {
        assertThatThrownBy(() -> new UploadedFile("2024-01-03.md", new byte[20_000_001]))
                .isInstanceOf(RefusedSource.class)
                .hasMessage("2024-01-03.md is larger than 20,000,000 bytes.");
    }
}
