package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/// A state in one or two words. Not for actions and not for decoration.
public final class Chip extends Span {

    public Chip(String text, Tone tone) {
        super(text);
        addClassNames("q-chip", tone.className());
    }

    public Chip(Tone tone, Component... content) {
        super(content);
        addClassNames("q-chip", tone.className());
    }

    public static Chip plain(String text) {
        return new Chip(text, Tone.PLAIN);
    }

    public static Chip state(String text) {
        return new Chip(text, Tone.STATE);
    }

    public static Chip warn(String text) {
        return new Chip(text, Tone.WARN);
    }

    public static Chip good(String text) {
        return new Chip(text, Tone.GOOD);
    }

    public static Chip bad(String text) {
        return new Chip(text, Tone.BAD);
    }
}
