package org.condaforge.quorate.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.condaforge.quorate.store.Sha256;

/// A file to be imported: its path as shown in reports, its name and its text.
record SourceFile(String path, String name, String text) {

    /// The SHA-256 of its text.
    String hash() {
        return Sha256.of(text);
    }

    /// No file of minutes or proposals comes near this size.
    static final long LARGEST = 20_000_000;

    /// A file that could not be read as text, with the line where it fails (0: the file as a whole).
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /// The bytes of a file on disk.
    static byte[] bytes(Path path) throws Unreadable {
        try {
            check(Files.size(path));
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Unreadable(0, "The file cannot be read: %s.".formatted(reason(e)));
        }
    }

    static void check(long size) throws Unreadable {
        if (size > LARGEST) {
            throw new Unreadable(0, "The file is larger than %,d bytes.".formatted(LARGEST));
        }
    }

    /// Reads bytes as UTF-8.
    static SourceFile of(String path, String name, byte[] bytes) throws Unreadable {
        check(bytes.length);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(rest, text, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < rest.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                }
            }
            throw new Unreadable(
                    line,
                    "The file is not UTF-8 (byte 0x%02x). Save it as UTF-8 and import it again."
                            .formatted(bytes[rest.position()]));
        }
        return new SourceFile(path, name, text.flip().toString());
    }

    static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.NoSuchFileException missing -> "it does not exist";
            default -> String.valueOf(e.getMessage());
        };
    }
}
