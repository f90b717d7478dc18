package org.condaforge.quorate.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A table of who may what, from a file with a line `what | cells | note` for each thing. The cells are one letter for
/// each [Role] in its order:
///
/// - `y`: may
/// - `-`: is refused, and nothing is stored
/// - `h`: sees less than members do
///
/// or the word `app`: for the application itself, called by no page. A note that begins with `see` names the test
/// `Class.method` that shows it in the driver's place.
record AccessTable(Map<String, Row> rows) {

    static final String APPLICATION = "app";

    private static final Path FOLDER = Path.of("src/test/resources/access");

    record Row(String what, String cells, String note) {

        boolean isForTheApplication() {
            return cells.equals(APPLICATION);
        }

        /// The test that shows it, where it is not driven.
        Optional<String> shownBy() {
            return note.startsWith("see ") ? Optional.of(note.substring(4).split("[;,] ", 2)[0]) : Optional.empty();
        }

        char of(Role role) {
            return cells.charAt(role.ordinal());
        }
    }

    static AccessTable read(String name) {
        Map<String, Row> rows = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(FOLDER.resolve(name + ".txt"))) {
                String[] parts = line.split("\\s*\\|\\s*", -1);
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (parts.length != 3 || !parts[1].strip().matches("[-yh]{5}|" + APPLICATION)) {
                    throw new IllegalStateException("%s: not a line “what | cells | note”: %s".formatted(name, line));
                }
                Row row = new Row(parts[0].strip(), parts[1].strip(), parts[2].strip());
                if (rows.put(row.what(), row) != null) {
                    throw new IllegalStateException("%s: %s stands there twice".formatted(name, row.what()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AccessTable(rows);
    }
}
