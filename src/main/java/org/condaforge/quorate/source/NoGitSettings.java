package org.condaforge.quorate.source;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Keeps the settings of git on this machine out of the reading of repositories: an address means the same everywhere,
/// and nothing is written beside the data folder.
final class NoGitSettings extends SystemReader.Delegate {

    private NoGitSettings(SystemReader machine) {
        super(machine);
    }

    static synchronized void install() {
        SystemReader now = SystemReader.getInstance();
        if (!(now instanceof NoGitSettings)) {
            SystemReader.setInstance(new NoGitSettings(now));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    private static final class Nothing extends FileBasedConfig {

        @SuppressWarnings("NullAway") // It has no file, and is never loaded or saved.
        private Nothing(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
