package org.condaforge.quorate.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;
import org.condaforge.quorate.rule.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BallotKeysTests {

    @TempDir
    Path data;

    @Test
    void opensLaterWhatWasSealedWithAKeyItMade() throws BallotSeal.Broken {
        BallotKeys.Made made = new BallotKeys(data.resolve("keys")).make();
        OpenedBallot ballot = new OpenedBallot(VoterCode.random(new SecureRandom()), Choice.YES);
        byte[] sealed = BallotSeal.seal(made.publicKey(), "1|2", ballot);
        var again = new BallotKeys(data.resolve("keys")).find(made.name()).orElseThrow();
        assertThat(BallotSeal.open(again, "1|2", sealed)).isEqualTo(ballot);
    }

    @Test
    void letsNobodyElseReadTheFolder() throws IOException {
        Path folder = data.resolve("keys");
        BallotKeys.Made made = new BallotKeys(folder).make();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made.name() + ".key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void knowsNoKeyThatWasDestroyedOrNeverWasOrIsNoneAnyMore() throws IOException {
        BallotKeys keys = new BallotKeys(data);
        BallotKeys.Made made = keys.make();
        assertThat(keys.has(made.name())).isTrue();
        assertThat(keys.destroy(made.name())).isTrue();
        assertThat(keys.destroy(made.name())).isFalse();
        assertThat(keys.find(made.name())).isEmpty();
        assertThat(keys.has(made.name())).isFalse();
        assertThat(keys.find(UUID.randomUUID())).isEmpty();

        BallotKeys.Made other = keys.make();
        Files.writeString(data.resolve(other.name() + ".key"), "not a key");
        assertThat(keys.find(other.name())).isEmpty();
        assertThat(keys.has(other.name())).isTrue();
    }

    @Test
    void saysWhereAKeyCannotBeKept() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> new BallotKeys(file.resolve("keys")).make())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
