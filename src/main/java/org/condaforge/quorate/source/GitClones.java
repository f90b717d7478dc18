package org.condaforge.quorate.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.condaforge.quorate.store.Sha256;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.SubmoduleConfig.FetchRecurseSubmodulesMode;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Bare clones of repositories elsewhere, kept in the data folder and fetched again each time. Only the newest commit
/// is fetched where no file needs its history.
@Component
class GitClones {

    /// The main line of the repository, under a name of our own.
    static final String HEAD = "refs/quorate/head";

    private static final int SECONDS_WITHOUT_A_WORD = 60;

    private final Path folder;
    private final SourceProperties properties;

    GitClones(@Value("${quorate.data:./data}") Path data, SourceProperties properties) {
        NoGitSettings.install();
        this.folder = data.resolve("repositories");
        this.properties = properties;
    }

    /// Brings the clone up to date.
    ///
    /// @param alive is told now and then that it goes on
    /// @return its folder
    /// @throws RefusedSource where it cannot be had, or is too large
    Path fetch(String address, Runnable alive) {
        Path clone = folder.resolve(Sha256.of(address).substring(0, 20) + ".git");
        Limits limits = new Limits(clone, alive);
        try {
            Files.createDirectories(folder);
            try (Git git = Files.isDirectory(clone)
                    ? Git.open(clone.toFile())
                    : Git.init().setBare(true).setDirectory(clone.toFile()).call()) {
                boolean shallow = git.getRepository().resolve(HEAD) == null
                        || !git.getRepository()
                                .getObjectDatabase()
                                .getShallowCommits()
                                .isEmpty();
                FetchCommand fetch = command(git, address, limits);
                (shallow ? fetch.setDepth(1) : fetch).call();
                if (shallow && wantsHistory(address, clone)) {
                    command(git, address, limits).setUnshallow(true).call();
                }
            }
            limits.check();
            return clone;
        } catch (GitAPIException | IOException | UncheckedIOException e) {
            throw new RefusedSource(limits.exceeded()
                    .orElseGet(() -> "%s could not be fetched: %s.".formatted(address, e.getMessage())));
        }
    }

    private static boolean wantsHistory(String address, Path clone) throws IOException {
        try (GitRepository repository = GitRepository.open(address, clone)) {
            return repository.wantsHistory(HEAD);
        }
    }

    private FetchCommand command(Git git, String address, Limits limits) {
        return git.fetch()
                .setRemote(address)
                .setRefSpecs("+HEAD:" + HEAD)
                .setTagOpt(TagOpt.NO_TAGS)
                .setRecurseSubmodules(FetchRecurseSubmodulesMode.NO)
                .setTimeout(SECONDS_WITHOUT_A_WORD)
                .setProgressMonitor(limits)
                .setTransportConfigCallback(transport -> {
                    if (transport instanceof TransportHttp http) {
                        http.setHttpConnectionFactory(new KnownHosts());
                    }
                });
    }

    /// Connects to the hosts that are allowed and to no other, wherever a redirection leads.
    private final class KnownHosts implements HttpConnectionFactory {

        private final HttpConnectionFactory connections = new JDKHttpConnectionFactory();

        @Override
        public HttpConnection create(URL url) throws IOException {
            return connections.create(known(url));
        }

        @Override
        public HttpConnection create(URL url, Proxy proxy) throws IOException {
            return connections.create(known(url), proxy);
        }

        private URL known(URL url) throws IOException {
            if (!"https".equalsIgnoreCase(url.getProtocol())
                    || properties.hosts().stream().noneMatch(url.getHost()::equalsIgnoreCase)) {
                throw new IOException("it leads to %s, which is not read here".formatted(url.getHost()));
            }
            return url;
        }
    }

    /// Stops what takes too long or grows too large.
    private final class Limits implements ProgressMonitor {

        private final Path clone;
        private final Runnable alive;
        private final long begun = System.nanoTime();
        private long looked = System.nanoTime();
        private boolean late;
        private boolean large;

        private Limits(Path clone, Runnable alive) {
            this.clone = clone;
            this.alive = alive;
        }

        private java.util.Optional<String> exceeded() {
            if (large) {
                return java.util.Optional.of("The repository is larger than %s, which is more than is fetched here."
                        .formatted(properties.largestRepository()));
            }
            return late
                    ? java.util.Optional.of("Fetching took longer than %d minutes and was stopped."
                            .formatted(properties.longestFetch().toMinutes()))
                    : java.util.Optional.empty();
        }

        private void check() throws IOException {
            late |= System.nanoTime() - begun > properties.longestFetch().toNanos();
            large |= size() > properties.largestRepository().toBytes();
            if (large) {
                throw new IOException("too large");
            }
        }

        private long size() {
            if (!Files.isDirectory(clone)) {
                return 0;
            }
            try (Stream<Path> files = Files.walk(clone)) {
                return files.mapToLong(file -> file.toFile().length()).sum();
            } catch (IOException | UncheckedIOException e) {
                return 0; // A temporary file went away meanwhile; the next look tells.
            }
        }

        @Override
        public boolean isCancelled() {
            long now = System.nanoTime();
            if (now - looked > 1_000_000_000L) {
                looked = now;
                alive.run();
                late |= now - begun > properties.longestFetch().toNanos();
                large |= size() > properties.largestRepository().toBytes();
            }
            return late || large;
        }

        @Override
        public void start(int totalTasks) {}

        @Override
        public void beginTask(String title, int totalWork) {}

        @Override
        public void update(int completed) {}

        @Override
        public void endTask() {}

        @Override
        public void showDuration(boolean enabled) {}
    }
}
