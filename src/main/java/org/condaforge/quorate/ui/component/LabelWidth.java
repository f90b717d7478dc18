package org.condaforge.quorate.ui.component;

/// How much of a drawing's width a label takes. The server does not know the width, so it reckons with the narrowest
/// one a drawing is shown at, and generously with letters.
enum LabelWidth {
    /// A card on a phone of 360 pixels.
    NARROW(290),
    /// A card beside another column.
    WIDE(520);

    private static final double LETTER = 7.2;

    private final double pixels;

    LabelWidth(double pixels) {
        this.pixels = pixels;
    }

    double share(String label) {
        return label.codePointCount(0, label.length()) * LETTER / pixels;
    }

    double share(int pixels) {
        return pixels / this.pixels;
    }

    /// The label, cut so that it takes at most this share.
    String cut(String label, double share) {
        var most = Math.max(1, (int) (share * pixels / LETTER));
        if (label.codePointCount(0, label.length()) <= most) {
            return label;
        }
        return label.substring(0, label.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
