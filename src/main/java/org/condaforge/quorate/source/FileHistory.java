package org.condaforge.quorate.source;

import java.time.LocalDate;
import java.util.List;

/// The versions of a file as the commits of a repository tell of them, oldest first; the newest is the file itself.
///
/// @param address of the file as it is now; empty where it is no longer there
/// @param name of the file
record FileHistory(String address, FileKind kind, String name, List<Version> versions) {

    FileHistory {
        versions = List.copyOf(versions);
    }

    /// The file as a commit left it.
    ///
    /// @param commit a short hash
    /// @param day on which it came into the main line, UTC
    /// @param path within the repository
    record Version(String commit, LocalDate day, String path, Contents.Bytes bytes) {}
}
