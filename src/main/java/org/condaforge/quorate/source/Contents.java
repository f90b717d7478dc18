package org.condaforge.quorate.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.source.SourceFile.Unreadable;

/// What a source holds: its files, not yet read.
///
/// @param location of the source
/// @param kind of the source
/// @param prefix what the addresses of all its files begin with
/// @param whole whether all of it could be listed: then a file that is not here is gone
/// @param notRecognised shown paths of files of no known kind
/// @param notes sentences for the report
/// @param histories what a repository knows of earlier times
/// @param head the commit that was read
record Contents(
        String location,
        Source.Kind kind,
        String prefix,
        boolean whole,
        List<Item> items,
        List<String> notRecognised,
        List<String> notes,
        List<FileHistory> histories,
        Optional<String> head) {

    /// Gives the bytes of a file.
    interface Bytes {
        byte[] read() throws Unreadable;
    }

    /// A file of a known kind.
    ///
    /// @param path as shown in reports
    /// @param address tells the same file from others, whichever source shows it
    record Item(String path, String address, String name, FileKind kind, Bytes bytes) {

        SourceFile read() throws Unreadable {
            return SourceFile.of(path, name, bytes.read());
        }
    }

    /// The files of a folder and of the folders in it. What hides behind a dot or a symbolic link is left alone.
    static Contents of(Source.Folder folder) {
        Path root = folder.path();
        Path shown = Path.of(folder.shown());
        Collected collected = new Collected();
        boolean whole = false;
        if (Files.isDirectory(root)) {
            whole = walk(root, shown, collected);
        } else {
            collected.add(shown, root);
        }
        return new Contents(
                folder.location(),
                Source.Kind.FOLDER,
                root + root.getFileSystem().getSeparator(),
                whole,
                collected.items,
                collected.notRecognised,
                collected.notes,
                List.of(),
                Optional.empty());
    }

    private static boolean walk(Path root, Path shown, Collected collected) {
        boolean[] whole = {true};
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return hidden(root, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !hidden(root, file)) {
                        collected.add(shown.resolve(root.relativize(file).toString()), file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    collected.notes.add("%s cannot be read: %s.".formatted(file, SourceFile.reason(e)));
                    whole[0] = false;
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole[0];
    }

    private static boolean hidden(Path root, Path file) {
        return !file.equals(root) && String.valueOf(file.getFileName()).startsWith(".");
    }

    /// Files that were brought; they are nowhere, so none of them is ever gone.
    static Contents of(Source.Upload upload) {
        Collected collected = new Collected();
        for (UploadedFile file : upload.files()) {
            FileKind.of(file.name())
                    .ifPresentOrElse(
                            kind -> collected.items.add(
                                    new Item(file.name(), "upload/" + file.name(), file.name(), kind, file::bytes)),
                            () -> collected.notRecognised.add(file.name()));
        }
        return new Contents(
                upload.location(),
                Source.Kind.UPLOAD,
                "upload/",
                false,
                collected.items,
                collected.notRecognised,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static final class Collected {

        private final List<Item> items = new ArrayList<>();
        private final List<String> notRecognised = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private void add(Path shown, Path file) {
            String name = String.valueOf(file.getFileName());
            FileKind.of(name)
                    .ifPresentOrElse(
                            kind -> items.add(new Item(
                                    shown.toString(), file.toString(), name, kind, () -> SourceFile.bytes(file))),
                            () -> notRecognised.add(shown.toString()));
        }
    }

    /// Whether there is such a file or folder, itself and not by a link.
    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
