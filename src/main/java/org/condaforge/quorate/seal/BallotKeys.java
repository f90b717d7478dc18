package org.condaforge.quorate.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The private keys of sealed votes, a file each, in a folder outside the database (property `quorate.keys`, by default
/// `keys` in the data folder). Whoever has the database alone cannot open a ballot; whoever has lost the folder cannot
/// either. Several nodes share the folder.
@Component
public class BallotKeys {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER_OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    BallotKeys(@Value("${quorate.keys}") Path folder) {
        this.folder = folder;
    }

    /// A key pair that was made: the name under which the folder keeps its private half, and the public half.
    public record Made(UUID name, PublicKey publicKey) {}

    /// Makes a key pair under a new name.
    public Made make() {
        return make(UUID.randomUUID());
    }

    /// Makes a key pair. When this returns, its private half is on disk.
    ///
    /// @throws UncheckedIOException when the folder cannot be written to
    public Made make(UUID name) {
        KeyPair pair = BallotSeal.newKeys();
        try {
            Files.createDirectories(folder);
            restrict(folder, FOLDER_OWNER_ONLY);
            Path unfinished = folder.resolve(name + ".new");
            Files.createFile(unfinished);
            restrict(unfinished, OWNER_ONLY);
            write(unfinished, pair.getPrivate().getEncoded());
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
            settle(folder);
            return new Made(name, pair.getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of a secret vote cannot be kept in %s.".formatted(folder), e);
        }
    }

    /// The private key of that name; empty when it is lost, was destroyed or is no key any more.
    public Optional<PrivateKey> find(UUID name) {
        try {
            byte[] encoded = Files.readAllBytes(file(name));
            return Optional.of(KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// Whether the folder is there: one that is not, on a disk that is not mounted, may come back with its
    /// keys.
    public boolean reachable() {
        return Files.isDirectory(folder);
    }

    /// Whether the folder has a file for that key, readable or not.
    public boolean has(UUID name) {
        return Files.exists(file(name));
    }

    /// Destroys the key: its file is overwritten and removed. What a disk or a backup keeps of it is out of our hands.
    ///
    /// @return whether there was one
    public boolean destroy(UUID name) {
        Path file = file(name);
        try {
            if (Files.notExists(file)) {
                return false;
            }
            byte[] noise = new byte[Math.toIntExact(Files.size(file))];
            random.nextBytes(noise);
            write(file, noise);
            Files.delete(file);
            settle(folder);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of a secret vote cannot be removed from %s.".formatted(folder), e);
        }
    }

    private Path file(UUID name) {
        return folder.resolve(name + ".key");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /// Makes the folder's own entry durable, where the system lets a folder be opened.
    private static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders, and needs no such thing.
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
