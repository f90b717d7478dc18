package org.condaforge.quorate.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/// A small repository, commit by commit, for tests.
final class Commits implements AutoCloseable {

    private final Path folder;
    private final Git git;

    Commits(Path folder) {
        this.folder = folder;
        try {
            this.git = Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call();
        } catch (GitAPIException e) {
            throw new AssertionError(e);
        }
    }

    Path folder() {
        return folder;
    }

    Commits write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Commits delete(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Commits move(String from, String to) {
        try {
            Files.createDirectories(folder.resolve(to).getParent());
            Files.move(folder.resolve(from), folder.resolve(to));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Commits all that was written, moved and deleted, at that instant.
    ///
    /// @return the first ten digits of the commit
    String commit(String at) {
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            PersonIdent alder = new PersonIdent("Alder", "alder@example.org", Instant.parse(at), ZoneOffset.UTC);
            return git.commit()
                    .setMessage("Change")
                    .setAuthor(alder)
                    .setCommitter(alder)
                    .setSign(false)
                    .call()
                    .name()
                    .substring(0, 10);
        } catch (GitAPIException e) {
            throw new AssertionError(e);
        }
    }

    Commits branch(String name) {
        try {
            git.checkout().setCreateBranch(true).setName(name).call();
            return this;
        } catch (GitAPIException e) {
            throw new AssertionError(e);
        }
    }

    /// Goes back to the main line and merges that branch into it, at that instant.
    String merge(String branch, String at) {
        try {
            git.checkout().setName("main").call();
            git.merge()
                    .include(git.getRepository().resolve(branch))
                    .setFastForward(FastForwardMode.NO_FF)
                    .setCommit(false)
                    .call();
            return commit(at);
        } catch (GitAPIException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
