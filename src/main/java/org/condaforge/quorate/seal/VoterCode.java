package org.condaforge.quorate.seal;

import java.security.SecureRandom;
import java.util.Locale;

/// By which a voter finds their own line among the opened ballots: 80 random bits, shown to the voter once and known to
/// nobody else. Written as four groups of four characters that are not mistaken for each other: `7F3K-9QZM-0A1B-XYW2`.
public record VoterCode(String text) implements Comparable<VoterCode> {

    /// Crockford's Base32: no I, L, O or U.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    /// @throws IllegalArgumentException for anything but sixteen characters of the alphabet in four groups
    public VoterCode {
        if (text.length() != LENGTH + LENGTH / GROUP - 1) {
            throw new IllegalArgumentException("a code has four groups of four characters");
        }
        for (int i = 0; i < text.length(); i++) {
            boolean fits = i % (GROUP + 1) == GROUP ? text.charAt(i) == '-' : ALPHABET.indexOf(text.charAt(i)) >= 0;
            if (!fits) {
                throw new IllegalArgumentException(
                        "a code has four groups of four digits and letters without I, L, O, U");
            }
        }
    }

    /// A code nobody can guess.
    public static VoterCode random(SecureRandom random) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return grouped(characters.toString());
    }

    /// The code as a person types it: in any case, with or without hyphens and blanks, with O for 0 and I or L for 1.
    ///
    /// @throws IllegalArgumentException when it is none
    public static VoterCode typed(String written) {
        String plain = written.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != LENGTH) {
            throw new IllegalArgumentException("a code has sixteen characters");
        }
        return grouped(plain);
    }

    private static VoterCode grouped(String characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            text.append(i == 0 ? "" : "-").append(characters, i, i + GROUP);
        }
        return new VoterCode(text.toString());
    }

    /// The sixteen characters.
    String characters() {
        return text.replace("-", "");
    }

    static VoterCode ofCharacters(String characters) {
        return grouped(characters);
    }

    @Override
    public int compareTo(VoterCode other) {
        return text.compareTo(other.text);
    }
}
