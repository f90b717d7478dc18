package org.condaforge.quorate.rule;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A share of votes that must be reached, kept as a fraction in lowest terms so that nothing is lost to
/// rounding and `60%` equals `3/5`. The same share gives the quorum and the majority ("Standard Quorum Rules"
/// of conda-forge's governance page).
///
/// @param numerator of the share, 0 to `denominator`
/// @param denominator of the share, at least 1
/// @param exceeded whether the share of yes must be exceeded ("more than 50%": a tie is no majority) and not
///     only reached
/// @param plus how many yes more than the share ("75% plus 1"), not negative
public record Threshold(int numerator, int denominator, boolean exceeded, int plus) {

    private static final Pattern FORM =
            Pattern.compile("(more than )?(\\d{1,10})(?:%|/(\\d{1,10}))(?: plus (\\d{1,10}))?");

    /// @throws IllegalArgumentException if this is no share, or one that nobody can exceed
    public Threshold {
        if (denominator < 1 || numerator < 0 || numerator > denominator || plus < 0) {
            throw new IllegalArgumentException("not a share: %d/%d plus %d".formatted(numerator, denominator, plus));
        }
        if (exceeded && numerator == denominator) {
            throw new IllegalArgumentException("nobody can exceed %d/%d".formatted(numerator, denominator));
        }
        int divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /// Reads a share, `60%` or `2/3`, with `more than` in front of it and `plus 1` behind it where it says so: every
    /// threshold there is has such a form, the one that [#text] writes.
    ///
    /// @throws IllegalArgumentException naming what was found, if it is none of them
    public static Threshold parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw unreadable(text, null);
        }
        try {
            return new Threshold(
                    Integer.parseInt(form.group(2)),
                    form.group(3) == null ? 100 : Integer.parseInt(form.group(3)),
                    form.group(1) != null,
                    form.group(4) == null ? 0 : Integer.parseInt(form.group(4)));
        } catch (IllegalArgumentException e) {
            throw unreadable(text, e);
        }
    }

    /// The smallest whole number not below this share of `base`: the quorum. For "more than 50%" exactly half
    /// is enough, for "75% plus 1" three quarters are.
    public int of(int base) {
        return (int) Math.ceilDiv((long) numerator * base, denominator);
    }

    /// Whether enough of those who said yes or no said yes. Without a single yes never; a unanimous yes always.
    public boolean affirmedBy(Tally tally) {
        return tally.yes() >= yesNeeded(tally.decisive());
    }

    /// The smallest number of yes that affirms among `decisive` who said yes or no; at least 1. All of them are
    /// always enough: three of three could not reach "75% plus 1" otherwise.
    public int yesNeeded(int decisive) {
        long share = (long) numerator * decisive;
        long needed = exceeded ? share / denominator + 1 : Math.ceilDiv(share, denominator);
        return Math.clamp(needed + plus, 1, Math.max(1, decisive));
    }

    /// The form people read, which [#parse] understands: `60%`, `2/3`, `more than 50%`, `75% plus 1`.
    public String text() {
        return (exceeded ? "more than " : "") + share() + (plus > 0 ? " plus " + plus : "");
    }

    /// The bare share, as it holds for the quorum: `50%`, `2/3`.
    String share() {
        return 100 % denominator == 0 ? numerator * (100 / denominator) + "%" : numerator + "/" + denominator;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "not a threshold: '%s'; expected a form like 60%%, 2/3, more than 50%% or 75%% plus 1".formatted(text),
                cause);
    }
}
