package org.condaforge.quorate.ui.component;

/// What a chip or a stretch of a line says by its colour, always beside a word that says the same.
public enum Tone {
    /// A fact without a judgement.
    PLAIN("q-plain"),
    /// The state a thing is in.
    STATE("q-state"),
    /// Something that waits or runs out.
    WARN("q-warn"),
    GOOD("q-good"),
    BAD("q-bad");

    private final String className;

    Tone(String className) {
        this.className = className;
    }

    /// The class that `styles.css` knows this tone by.
    public String className() {
        return className;
    }
}
