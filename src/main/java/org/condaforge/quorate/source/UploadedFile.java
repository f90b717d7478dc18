package org.condaforge.quorate.source;

/// A file that somebody brought. Its name never becomes a path: only the part behind the last separator is kept.
public final class UploadedFile {

    private static final int LONGEST_NAME = 200;

    private final String name;
    private final byte[] bytes;

    /// With the name as the browser tells it.
    ///
    /// @throws RefusedSource for a name that is none, or a file that is too large
    public UploadedFile(String name, byte[] bytes) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (last.isEmpty()
                || last.length() > LONGEST_NAME
                || last.startsWith(".")
                || last.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedSource("A file has no name that can be read. Give it one such as 2026-03-04.md.");
        }
        if (bytes.length > SourceFile.LARGEST) {
            throw new RefusedSource("%s is larger than %,d bytes.".formatted(last, SourceFile.LARGEST));
        }
        this.name = last;
        this.bytes = bytes.clone();
    }

    /// Its name, without folders.
    public String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
