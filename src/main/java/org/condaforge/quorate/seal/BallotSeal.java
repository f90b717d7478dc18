package org.condaforge.quorate.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.condaforge.quorate.rule.Choice;

/// Seals ballots with a vote's public key and opens them with its private key: a fresh secret by DHKEM over X25519
/// (RFC 9180) for each ballot, and AES-256 in GCM under it. Every sealed ballot has the same length, [#LENGTH] bytes,
/// whatever it says, and is bound to its place: moved to another vote or another member's row it does not open.
public final class BallotSeal {

    /// 32 bytes of the encapsulated secret, 17 of the ballot (choice and code), 16 of the authentication tag.
    public static final int LENGTH = 65;

    private static final int ENCAPSULATION = 32;
    private static final int PLAIN = 17;
    private static final int TAG_BITS = 128;

    /// A secret serves once, so that the nonce can be the same for all.
    private static final byte[] NONCE = new byte[12];

    private BallotSeal() {}

    /// A ballot that does not open: it was not sealed with this key, not for this place, or was changed.
    public static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken() {
            super("The ballot does not open: it was changed, or sealed with another key or for another place.");
        }
    }

    /// A key pair for one vote.
    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X25519", e);
        }
    }

    /// The public key of its X.509 encoding.
    ///
    /// @throws IllegalArgumentException when it is none
    public static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not the X.509 encoding of an X25519 key", e);
        }
    }

    /// Seals a ballot.
    ///
    /// @param place where it will be kept, for instance the vote's and the member's numbers
    /// @return [#LENGTH] bytes, different each time
    public static byte[] seal(PublicKey key, String place, OpenedBallot ballot) {
        try {
            KEM.Encapsulated fresh =
                    KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate(0, 32, "AES");
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, fresh.key(), place).doFinal(plain(ballot));
            byte[] sealed = Arrays.copyOf(fresh.encapsulation(), LENGTH);
            System.arraycopy(closed, 0, sealed, ENCAPSULATION, closed.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK seals with X25519 and AES", e);
        }
    }

    /// Opens a ballot that was sealed for that place.
    ///
    /// @throws Broken when it does not open
    public static OpenedBallot open(PrivateKey key, String place, byte[] sealed) throws Broken {
        if (sealed.length != LENGTH) {
            throw new Broken();
        }
        try {
            SecretKey secret = KEM.getInstance("DHKEM")
                    .newDecapsulator(key)
                    .decapsulate(Arrays.copyOf(sealed, ENCAPSULATION), 0, 32, "AES");
            return read(
                    cipher(Cipher.DECRYPT_MODE, secret, place).doFinal(sealed, ENCAPSULATION, LENGTH - ENCAPSULATION));
        } catch (GeneralSecurityException e) {
            throw new Broken();
        }
    }

    private static Cipher cipher(int mode, SecretKey secret, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(("quorate ballot 1|" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] plain(OpenedBallot ballot) {
        byte[] plain = new byte[PLAIN];
        plain[0] = (byte) ballot.choice().sign();
        byte[] code = ballot.code().characters().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(code, 0, plain, 1, code.length);
        return plain;
    }

    private static OpenedBallot read(byte[] plain) throws Broken {
        if (plain.length != PLAIN) {
            throw new Broken();
        }
        for (Choice choice : Choice.values()) {
            if (choice.sign() == plain[0]) {
                return new OpenedBallot(
                        VoterCode.ofCharacters(new String(plain, 1, PLAIN - 1, StandardCharsets.US_ASCII)), choice);
            }
        }
        throw new Broken();
    }
}
