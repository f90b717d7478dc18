package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import org.condaforge.quorate.rule.Choice;

/// Casting by keyboard. Keys of one character are heard on the choices and the button only, never while
/// somebody writes, and nowhere else on the page.
final class CastKeys {

    /// The id of the place where one votes.
    static final String PLACE = "your-vote";

    private static final String CHOICES = "!event.ctrlKey && !event.altKey && !event.metaKey"
            + " && ['1', '+', '0', '-', '−'].includes(event.key)"
            + " && (event.target.type === 'radio' || event.target.localName === 'vaadin-button')"
            + " && !event.target.closest('vaadin-details') && (event.preventDefault() || true)";

    private CastKeys() {}

    /// Lets keys choose within the form, and Ctrl+Enter press the button.
    static void on(Div form, Button cast, SerializableConsumer<Choice> choose) {
        form.getElement()
                .addEventListener("keydown", event -> {
                    switch (event.getEventData().path("event.key").asString()) {
                        case "1", "+" -> choose.accept(Choice.YES);
                        case "0" -> choose.accept(Choice.ABSTAIN);
                        default -> choose.accept(Choice.NO);
                    }
                })
                .setFilter(CHOICES)
                .addEventData("event.key");
        // Leaving the field sends what was written in it before the button is pressed; a shortcut of the framework
        // sends it after.
        form.addAttachListener(attached -> form.getElement().executeJs("""
                const cast = $0;
                this.addEventListener('keydown', event => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.target.closest('vaadin-details')) {
                    event.preventDefault();
                    const field = document.activeElement;
                    field.blur();
                    cast.click();
                    field.focus();
                  }
                });""", cast.getElement()));
    }

    /// The way there for who comes by keyboard; seen when it has the focus.
    static Anchor wayThere() {
        Anchor way = new Anchor("#" + PLACE, "To your vote");
        way.setRouterIgnore(true);
        way.addClassName("q-skip");
        return way;
    }
}
