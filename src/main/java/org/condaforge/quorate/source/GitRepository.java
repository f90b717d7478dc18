package org.condaforge.quorate.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.RosterName;
import org.condaforge.quorate.source.SourceFile.Unreadable;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/// A git repository, read from its object database: no work tree, no hooks, nothing is written. Symbolic links and
/// submodules are left alone.
final class GitRepository implements AutoCloseable {

    static {
        NoGitSettings.install();
    }

    private static final int MOST_COMMITS = 200_000;
    private static final int MOST_NAMED = 200;
    private static final int SHORT = 10;

    private final String location;
    private final Repository repository;
    private final ObjectReader reader;
    private final RevWalk commits;

    private GitRepository(String location, Repository repository) {
        this.location = location;
        this.repository = repository;
        this.reader = repository.newObjectReader();
        this.commits = new RevWalk(reader);
    }

    /// Opens the repository in that folder, bare or with a work tree.
    static GitRepository open(String location, Path folder) {
        Path inside = folder.resolve(".git");
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir((Contents.isFolder(inside) ? inside : folder).toFile())
                    .setMustExist(true)
                    .setBare()
                    .build();
            return new GitRepository(location, repository);
        } catch (IOException e) {
            throw new RefusedSource("The repository %s cannot be read: %s.".formatted(location, e.getMessage()));
        }
    }

    /// What the commit holds that `ref` names.
    ///
    /// @param unless where this is the commit, the histories of proposals were told already and are left out
    Contents contents(String ref, Optional<String> unless) {
        try {
            ObjectId id = repository.resolve(ref + "^{commit}");
            if (id == null) {
                throw new RefusedSource("The repository %s has no commit yet.".formatted(location));
            }
            RevCommit head = commits.parseCommit(id);
            Listing listing = list(head);
            boolean told = unless.filter(head.name()::equals).isPresent();
            History history = new History(listing.items, told);
            history.follow(head, listing.notes);
            return new Contents(
                    location,
                    Source.Kind.REPOSITORY,
                    location + "/",
                    true,
                    listing.items,
                    listing.named(),
                    listing.notes,
                    history.found(),
                    Optional.of(head.name()));
        } catch (IOException e) {
            throw new RefusedSource("The repository %s is damaged: %s.".formatted(location, e.getMessage()));
        }
    }

    /// Whether the commit holds files whose history tells something.
    boolean wantsHistory(String ref) throws IOException {
        ObjectId id = repository.resolve(ref + "^{commit}");
        return id != null
                && list(commits.parseCommit(id)).items.stream().anyMatch(item -> hasHistory(item.kind(), item.name()));
    }

    private static boolean hasHistory(FileKind kind, String name) {
        return switch (kind) {
            case PROPOSAL -> true;
            // One with a date in its name says itself of which day it is.
            case ROSTER -> RosterName.of(name).filter(of -> of.day().isEmpty()).isPresent();
            case PROPOSAL_INDEX, MINUTES, VOTE_RECORD -> false;
        };
    }

    private static final class Listing {

        private final List<Contents.Item> items = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int more;

        /// A repository holds much besides the record: only what looks like a part of it is named.
        private List<String> named() {
            if (more > 0) {
                notes.add("%,d other files of the repository were left alone.".formatted(more));
            }
            return others;
        }

        private void other(String path) {
            String name = path.toLowerCase(Locale.ROOT);
            if ((name.endsWith(".md") || name.endsWith(".csv")) && others.size() < MOST_NAMED) {
                others.add(path);
            } else {
                more++;
            }
        }
    }

    private Listing list(RevCommit commit) throws IOException {
        Listing listing = new Listing();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                String path = walk.getPathString();
                if (!regular(walk.getFileMode(0)) || hidden(path)) {
                    continue;
                }
                ObjectId blob = walk.getObjectId(0);
                FileKind.of(walk.getNameString())
                        .ifPresentOrElse(
                                kind -> listing.items.add(new Contents.Item(
                                        location + "/" + path,
                                        location + "/" + path,
                                        path.substring(path.lastIndexOf('/') + 1),
                                        kind,
                                        () -> bytes(blob))),
                                () -> listing.other(location + "/" + path));
            }
        }
        return listing;
    }

    private static boolean regular(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    private static boolean hidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private byte[] bytes(ObjectId blob) throws Unreadable {
        try {
            ObjectLoader loader = reader.open(blob);
            SourceFile.check(loader.getSize());
            return loader.getBytes(Math.toIntExact(SourceFile.LARGEST));
        } catch (IOException e) {
            throw new Unreadable(0, "The repository is damaged there: %s.".formatted(e.getMessage()));
        }
    }

    /// A change of a file between a commit and the one before it.
    private record Changed(
            ChangeType type, String path, @Nullable ObjectId blob) {}

    /// A file that is followed back in time, from name to name.
    private static final class Trail {

        private final FileKind kind;
        private final String key;
        private final String address;
        private final String name;
        private final List<FileHistory.Version> versions = new ArrayList<>();
        private @Nullable String path;
        private @Nullable ObjectId last;

        private Trail(FileKind kind, String key, String address, String name, @Nullable String path) {
            this.kind = kind;
            this.key = key;
            this.address = address;
            this.name = name;
            this.path = path;
        }
    }

    /// Goes back along the main line (first parents): what a branch said before it was merged did not hold yet. A merge
    /// tells of all that came with it, on the day of the merge.
    private final class History {

        private final List<Trail> trails = new ArrayList<>();

        private History(List<Contents.Item> items, boolean told) {
            Set<String> here = new HashSet<>();
            for (Contents.Item item : items) {
                if (hasHistory(item.kind(), item.name()) && !(told && item.kind() == FileKind.PROPOSAL)) {
                    String key = key(item.kind(), item.name());
                    here.add(key);
                    String path = item.address().substring(location.length() + 1);
                    trails.add(new Trail(item.kind(), key, item.address(), item.name(), path));
                }
            }
            // A list that moved to another repository still tells of the past.
            for (String name : List.of("core.csv", "emeritus.csv")) {
                if (here.add(name)) {
                    trails.add(new Trail(FileKind.ROSTER, name, "", name, null));
                }
            }
        }

        private void follow(RevCommit head, List<String> notes) throws IOException {
            Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
            LocalDate later = LocalDate.MAX;
            RevCommit commit = head;
            for (int i = 0; i < MOST_COMMITS; i++) {
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(commit.getCommitTime()), ZoneOffset.UTC);
                // Clocks differ; what a commit builds on was there before it.
                later = day.isBefore(later) ? day : later;
                if (shallow.contains(commit)) {
                    notes.add("The repository is shallow: what was before %s is not known.".formatted(later));
                    return;
                }
                @Nullable
                RevCommit parent = commit.getParentCount() == 0 ? null : commits.parseCommit(commit.getParent(0));
                step(commit, later, changes(parent, commit));
                if (parent == null) {
                    return;
                }
                commit = parent;
            }
            notes.add("Only the last %,d commits were followed.".formatted(MOST_COMMITS));
        }

        private void step(RevCommit commit, LocalDate day, List<Changed> changes) {
            if (changes.isEmpty()) {
                return;
            }
            for (Trail trail : trails) {
                for (Changed change : changes) {
                    if (change.path().equals(trail.path) && change.blob() != null) {
                        version(trail, commit, day, change.path(), change.blob());
                        if (change.type() == ChangeType.ADD) {
                            trail.path = null;
                        }
                        break;
                    }
                }
                if (trail.path == null) {
                    trail.path = before(trail, changes);
                }
            }
        }

        private void version(Trail trail, RevCommit commit, LocalDate day, String path, ObjectId blob) {
            String hash = commit.name().substring(0, SHORT);
            FileHistory.Version version = new FileHistory.Version(hash, day, path, () -> bytes(blob));
            if (blob.equals(trail.last)) {
                // It was only moved, or it came back as it was: it has said so since this commit.
                trail.versions.removeLast();
            }
            trail.versions.add(version);
            trail.last = blob;
        }

        /// The file that was there before this one came: one of the same kind and number that went away with that
        /// commit or, further back, had gone away by then.
        private static @Nullable String before(Trail trail, List<Changed> changes) {
            return changes.stream()
                    .filter(change -> change.type() == ChangeType.DELETE)
                    .map(Changed::path)
                    .filter(path -> key(trail.kind, path.substring(path.lastIndexOf('/') + 1))
                            .equals(trail.key))
                    .sorted()
                    .findFirst()
                    .orElse(null);
        }

        private List<FileHistory> found() {
            return trails.stream()
                    .filter(trail -> !trail.versions.isEmpty())
                    .map(trail -> new FileHistory(trail.address, trail.kind, trail.name, trail.versions.reversed()))
                    .toList();
        }
    }

    private static String key(FileKind kind, String name) {
        return kind == FileKind.PROPOSAL ? FileKind.number(name) : name.toLowerCase(Locale.ROOT);
    }

    private List<Changed> changes(@Nullable RevCommit parent, RevCommit commit) throws IOException {
        List<Changed> found = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            if (parent == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(parent.getTree());
            }
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(AndTreeFilter.create(new WithHistory(), TreeFilter.ANY_DIFF));
            while (walk.next()) {
                boolean was = regular(walk.getFileMode(0));
                boolean is = regular(walk.getFileMode(1));
                if (is) {
                    found.add(new Changed(
                            was ? ChangeType.MODIFY : ChangeType.ADD, walk.getPathString(), walk.getObjectId(1)));
                } else if (was) {
                    found.add(new Changed(ChangeType.DELETE, walk.getPathString(), null));
                }
            }
        }
        return found;
    }

    /// Lets files with a history through, and the folders on the way to them.
    private static final class WithHistory extends TreeFilter {

        @Override
        public boolean include(TreeWalk walk) {
            if (walk.isSubtree()) {
                return true;
            }
            String name = walk.getNameString();
            return FileKind.of(name).filter(kind -> hasHistory(kind, name)).isPresent();
        }

        @Override
        public boolean shouldBeRecursive() {
            return true;
        }

        @Override
        public TreeFilter clone() {
            return this;
        }
    }

    @Override
    public void close() {
        commits.close();
        reader.close();
        repository.close();
    }
}
