package org.condaforge.quorate.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The folder of an export. It writes over nothing but what an earlier export wrote there, which a file in the folder
/// lists; in the end it removes what the earlier one had and this one does not.
final class ExportFolder {

    private static final String MARKER = ".quorate-export";
    private static final String TOLD =
            "Files of an export by Quorate. The next export into this folder replaces them, and removes those it does not"
                    + " write again.";

    private final Path folder;
    private final Set<String> before;
    private final Set<String> written = new TreeSet<>();
    private final Set<String> taken = new HashSet<>();

    private ExportFolder(Path folder, Set<String> before) {
        this.folder = folder;
        this.before = before;
    }

    /// @throws RecordExport.Refused where the folder is a file, or has files and no earlier export
    static ExportFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RecordExport.Refused("%s is a file: name a folder.".formatted(folder));
        }
        Path marker = folder.resolve(MARKER);
        if (Files.exists(marker)) {
            try (Stream<String> lines = Files.lines(marker)) {
                return new ExportFolder(folder, new TreeSet<>(lines.skip(1).toList()));
            }
        }
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new RecordExport.Refused(
                            "%s is not empty and no earlier export: nothing was written. Name a new folder."
                                    .formatted(folder));
                }
            }
        }
        Files.createDirectories(folder);
        Files.writeString(marker, TOLD + "\n");
        return new ExportFolder(folder, Set.of());
    }

    /// That path, or where another file of this export has it (in any case), one with that mark before its ending.
    String free(String path, String mark) {
        return taken.contains(key(path)) ? path.replaceFirst("\\.(\\w+)$", "-" + mark + ".$1") : path;
    }

    void write(String path, String text) throws IOException {
        try (OutputStream out = create(path)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// @throws RecordExport.Refused where there is a file that no export wrote
    OutputStream create(String path) throws IOException {
        Path file = folder.resolve(path);
        if (!before.contains(path) && !written.contains(path) && Files.exists(file)) {
            throw new RecordExport.Refused(
                    "%s was there before and no export wrote it; it was left alone, and the export stopped there."
                            .formatted(file));
        }
        taken.add(key(path));
        if (written.add(path)) {
            // First listed, then written: an export that was broken off can be done again.
            Files.writeString(folder.resolve(MARKER), path + "\n", StandardOpenOption.APPEND);
        }
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /// Removes what the earlier export had and this one has not.
    List<String> close() throws IOException {
        Path inside = folder.toAbsolutePath().normalize();
        for (String path : before) {
            Path file = inside.resolve(path).normalize();
            if (!written.contains(path) && file.startsWith(inside)) {
                Files.deleteIfExists(file);
            }
        }
        Files.write(
                folder.resolve(MARKER),
                Stream.concat(Stream.of(TOLD), written.stream()).toList());
        return List.copyOf(written);
    }
}
