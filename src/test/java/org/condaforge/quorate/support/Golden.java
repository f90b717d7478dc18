package org.condaforge.quorate.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sentences in files to be read. A change of words shows as a change of these files; renew them with
/// `mvn test -Dtest='Golden*Tests' -Dgolden.renew=true` and read what changed.
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /// Says that the text is what was read before under that name.
    public static void assertReads(String name, String text) {
        var file = FOLDER.resolve(name + ".txt");
        try {
            if (Boolean.getBoolean("golden.renew")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("sentences changed; if they are meant to, renew the files and read what changed: "
                            + "mvn test -Dtest='Golden*Tests' -Dgolden.renew=true")
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
