package org.condaforge.quorate.ui.component;

/// What lies on the cells of a region, so that its colour is never the only sign.
public enum Texture {
    NONE,
    DASHES,
    DOUBLE_DASHES,
    SLASHES,
    CROSSES,
    DOTS;

    /// The marks on one spot of `size` by `size` units whose lower left corner is at `x`, `y`; for a path, in which y
    /// grows downwards.
    String on(double x, double y, double size) {
        return switch (this) {
            case NONE -> "";
            case DASHES -> dash(x, y - size / 2, size);
            case DOUBLE_DASHES -> dash(x, y - size * .35, size) + dash(x, y - size * .65, size);
            case SLASHES -> line(x + size * .2, y - size * .2, x + size * .8, y - size * .8);
            case CROSSES ->
                dash(x, y - size / 2, size) + line(x + size / 2, y - size * .2, x + size / 2, y - size * .8);
            // A line to where it begins, with round ends: a dot that stays round however the field stretches.
            case DOTS -> line(x + size / 2, y - size / 2, x + size / 2, y - size / 2);
        };
    }

    private static String dash(double x, double y, double size) {
        return line(x + size * .2, y, x + size * .8, y);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2));
    }

    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0 ? Long.toString(hundredths / 100) : Double.toString(hundredths / 100.0);
    }

    String className() {
        return this == DOTS ? "q-texture q-dots" : "q-texture";
    }
}
