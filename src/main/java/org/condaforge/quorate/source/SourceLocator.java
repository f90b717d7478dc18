package org.condaforge.quorate.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Finds the source that somebody means by a path or an address, and refuses what is none.
@Component
class SourceLocator {

    /// A scheme, or `git@host:path`. One letter before a colon is a drive.
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*|[^/\\\\\\s]+@[^/\\\\\\s]+:.*");
    private static final Pattern REPOSITORY_PATH = Pattern.compile("(?:/[A-Za-z0-9_.-]+){2,}/?");
    private static final int LONGEST = 700;

    private final SourceProperties properties;

    SourceLocator(SourceProperties properties) {
        this.properties = properties;
    }

    /// The source at that place.
    ///
    /// @throws RefusedSource where there is none, or none that may be read
    Source locate(String place) {
        String text = place.strip();
        if (text.isEmpty()) {
            throw new RefusedSource("Name a folder, a file or a repository.");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedSource("That is no path and no address.");
        }
        return ADDRESS.matcher(text).matches() ? remote(text) : local(text);
    }

    private Source remote(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            throw refusedAddress(text);
        }
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || (address.getPort() != -1 && address.getPort() != 443)
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw refusedAddress(text);
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (properties.hosts().stream().noneMatch(host::equalsIgnoreCase)) {
            throw new RefusedSource("Repositories of %s are not read here, only those of %s. The operator can add hosts"
                            .formatted(host, String.join(", ", properties.hosts()))
                    + " with quorate.sources.hosts.");
        }
        String path = address.getRawPath();
        if (!REPOSITORY_PATH.matcher(path).matches() || path.contains("/..") || path.contains("/./")) {
            throw new RefusedSource("%s names no repository: it takes https://%s/OWNER/NAME.".formatted(text, host));
        }
        String plain = path.replaceFirst("/$", "").replaceFirst("\\.git$", "");
        return new Source.Repository("https://" + host + plain, true);
    }

    private RefusedSource refusedAddress(String text) {
        return new RefusedSource(
                "%s cannot be read: a repository is named by https://HOST/OWNER/NAME (hosts: %s), a folder or repository on"
                                .formatted(text, String.join(", ", properties.hosts()))
                        + " this computer by its path.");
    }

    private static Source local(String text) {
        Path path;
        try {
            path = Path.of(text);
            if (Files.notExists(path)) {
                throw new RefusedSource("There is no file or folder %s.".formatted(text));
            }
            Path real = path.toRealPath();
            return isRepository(real) ? new Source.Repository(real.toString(), false) : new Source.Folder(real, text);
        } catch (InvalidPathException | IOException e) {
            throw new RefusedSource("There is no file or folder %s that can be read.".formatted(text));
        }
    }

    /// The root of a work tree, or a bare repository. A folder within one is a folder like others.
    private static boolean isRepository(Path path) {
        return Contents.isFolder(path.resolve(".git"))
                || (Files.isRegularFile(path.resolve("HEAD"))
                        && Contents.isFolder(path.resolve("objects"))
                        && Contents.isFolder(path.resolve("refs")));
    }
}
