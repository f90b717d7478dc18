package org.condaforge.quorate.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where files come from.
public sealed interface Source {

    /// What tells it from others: a path, an address, or `upload`.
    String location();

    /// A folder with all folders in it, or one file.
    ///
    /// @param shown as somebody wrote it; reports name its files by it
    record Folder(Path path, String shown) implements Source {

        @Override
        public String location() {
            return path.toString();
        }
    }

    /// Files that somebody brought, all of them in memory.
    record Upload(List<UploadedFile> files) implements Source {

        public Upload {
            files = List.copyOf(files);
        }

        @Override
        public String location() {
            return "upload";
        }
    }

    /// A git repository: at a path of this computer, where it is read in place, or at an address, from which it is
    /// cloned.
    record Repository(String location, boolean remote) implements Source {}

    /// The kinds, as the database names them.
    enum Kind {
        FILE,
        FOLDER,
        UPLOAD,
        REPOSITORY
    }

    /// What kind it is.
    default Kind kind() {
        return switch (this) {
            case Folder folder -> Files.isDirectory(folder.path()) ? Kind.FOLDER : Kind.FILE;
            case Upload upload -> Kind.UPLOAD;
            case Repository repository -> Kind.REPOSITORY;
        };
    }
}
