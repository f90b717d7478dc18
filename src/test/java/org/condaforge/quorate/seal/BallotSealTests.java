package org.condaforge.quorate.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.condaforge.quorate.rule.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BallotSealTests {

    private final SecureRandom random = new SecureRandom();
    private final KeyPair keys = BallotSeal.newKeys();

    private OpenedBallot ballot(Choice choice) {
        return new OpenedBallot(VoterCode.random(random), choice);
    }

    @ParameterizedTest
    @EnumSource
    void opensToWhatWasSealed(Choice choice) throws BallotSeal.Broken {
        OpenedBallot ballot = ballot(choice);
        byte[] sealed = BallotSeal.seal(keys.getPublic(), "7|3", ballot);
        assertThat(BallotSeal.open(keys.getPrivate(), "7|3", sealed)).isEqualTo(ballot);
    }

    @Test
    void sealsEveryBallotToTheSameLengthAndNeverTheSameTwice() {
        Set<String> seen = new HashSet<>();
        for (Choice choice : Choice.values()) {
            OpenedBallot ballot = ballot(choice);
            for (int i = 0; i < 20; i++) {
                byte[] sealed = BallotSeal.seal(keys.getPublic(), "7|3", ballot);
                assertThat(sealed).hasSize(BallotSeal.LENGTH);
                assertThat(seen.add(Arrays.toString(sealed))).isTrue();
                assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                        .doesNotContain(ballot.code().characters());
            }
        }
    }

    @Test
    void doesNotOpenInAnotherPlace() {
        byte[] sealed = BallotSeal.seal(keys.getPublic(), "7|3", ballot(Choice.YES));
        for (String place : new String[] {"7|4", "8|3", "", "7|33"}) {
            assertThatThrownBy(() -> BallotSeal.open(keys.getPrivate(), place, sealed))
                    .isInstanceOf(BallotSeal.Broken.class);
        }
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] sealed = BallotSeal.seal(keys.getPublic(), "7|3", ballot(Choice.NO));
        assertThatThrownBy(() -> BallotSeal.open(BallotSeal.newKeys().getPrivate(), "7|3", sealed))
                .isInstanceOf(BallotSeal.Broken.class);
    }

    @Test
    void doesNotOpenWithAnyBitChanged() {
        byte[] sealed = BallotSeal.seal(keys.getPublic(), "7|3", ballot(Choice.NO));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            if (bit == 31 * 8 + 7) {
                continue; // X25519 ignores the highest bit of a point (RFC 7748).
            }
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> BallotSeal.open(keys.getPrivate(), "7|3", changed))
                    .as("bit %d", bit)
                    .isInstanceOf(BallotSeal.Broken.class);
        }
    }

    @Test
    void doesNotOpenWhatIsTooShortOrTooLong() {
        byte[] sealed = BallotSeal.seal(keys.getPublic(), "7|3", ballot(Choice.NO));
        for (int length : new int[] {0, 1, 32, 64, 66, 1000}) {
            assertThatThrownBy(() -> BallotSeal.open(keys.getPrivate(), "7|3", Arrays.copyOf(sealed, length)))
                    .isInstanceOf(BallotSeal.Broken.class);
        }
    }

    @Test
    void keepsWhatItOpenedOutOfWords() {
        OpenedBallot ballot = ballot(Choice.NO);
        assertThat(ballot.toString()).doesNotContain(ballot.code().text()).doesNotContain("NO");
    }

    @Test
    void readsAPublicKeyBackFromItsEncoding() throws BallotSeal.Broken {
        OpenedBallot ballot = ballot(Choice.ABSTAIN);
        byte[] sealed = BallotSeal.seal(BallotSeal.publicKey(keys.getPublic().getEncoded()), "1|1", ballot);
        assertThat(BallotSeal.open(keys.getPrivate(), "1|1", sealed)).isEqualTo(ballot);
        assertThatThrownBy(() -> BallotSeal.publicKey(new byte[44])).isInstanceOf(IllegalArgumentException.class);
    }
}
