package org.condaforge.quorate.ui.component;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The share of yes that is asked for, as it is drawn and said: "60%", "more than 50%", "75% plus 1".
public record Need(int numerator, int denominator, boolean exceeded, int plus) {

    public Need {
        if (denominator < 1 || numerator < 0 || numerator > denominator || plus < 0) {
            throw new IllegalArgumentException("not a share: %d/%d plus %d".formatted(numerator, denominator, plus));
        }
    }

    public static Need atLeast(int percent) {
        return new Need(percent, 100, false, 0);
    }

    public static Need moreThan(int percent) {
        return new Need(percent, 100, true, 0);
    }

    /// "60%", "2/3", "more than 50%", "75% plus 1".
    public String inWords() {
        var whole = numerator * 100 % denominator == 0;
        var share = whole ? numerator * 100 / denominator + "%" : numerator + "/" + denominator;
        return (exceeded ? "more than " : "") + share + (plus > 0 ? " plus " + plus : "");
    }

    /// Where the mark stands on a bar of all who said yes or no.
    double at(int decisive) {
        var extra = decisive > 0 ? (double) plus / decisive : 0;
        return Math.min(1, (double) numerator / denominator + extra);
    }

    /// The share of yes as a percentage that never rounds onto the other side of what is needed.
    public String shown(int yes, int decisive) {
        if (decisive == 0) {
            return "–";
        }
        var exact = BigDecimal.valueOf(100L * yes).divide(BigDecimal.valueOf(decisive), 6, RoundingMode.HALF_EVEN);
        var whole = exact.setScale(0, RoundingMode.HALF_UP);
        var needed =
                BigDecimal.valueOf(100L * numerator).divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_EVEN);
        var honest = Integer.signum(exact.compareTo(needed)) == Integer.signum(whole.compareTo(needed));
        var shown =
                honest ? whole : exact.setScale(1, exact.compareTo(needed) < 0 ? RoundingMode.DOWN : RoundingMode.UP);
        return shown.toPlainString() + "%";
    }
}
