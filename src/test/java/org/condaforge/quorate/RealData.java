package org.condaforge.quorate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;

/// The real files of conda-forge, which are not part of this repository. They lie beside it in `../shared/data`, or
/// where the environment variable `QUORATE_DATA_SET` says. Tests that need them are skipped where they are missing.
@NullMarked
public final class RealData {

    private RealData() {}

    /// The folder with the files, if it is there.
    public static Optional<Path> folder() {
        return Stream.of(Optional.ofNullable(System.getenv("QUORATE_DATA_SET")), Optional.of("../shared/data"))
                .flatMap(Optional::stream)
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }

    /// The file or folder `name` in the data; without it, the running test is skipped.
    public static Path path(String name) {
        var path = folder().map(folder -> folder.resolve(name)).filter(Files::exists);
        Assumptions.assumeTrue(path.isPresent(), "the real data is not here: " + name);
        return path.orElseThrow();
    }

    /// The content of the file `name` in the data; without it, the running test is skipped.
    public static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
