package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A few large choices, each with its sign and with what it would change: native radio inputs, so that arrow keys,
/// space and screen readers work as everywhere.
@Tag("fieldset")
public final class Choices<T> extends HtmlContainer {

    /// One choice. The sign may be empty; the kind is `q-yes`, `q-no`, `q-abstain` or empty.
    public record Choice<T>(T value, String sign, String word, String effect, String kind) {

        public static <T> Choice<T> yes(T value, String effect) {
            return new Choice<>(value, "+1", "Yes", effect, "q-yes");
        }

        public static <T> Choice<T> abstain(T value, String effect) {
            return new Choice<>(value, "0", "Abstain", effect, "q-abstain");
        }

        public static <T> Choice<T> no(T value, String effect) {
            return new Choice<>(value, "−1", "No", effect, "q-no");
        }

        public static <T> Choice<T> plain(T value, String word, String effect) {
            return new Choice<>(value, "", word, effect, "");
        }
    }

    private final Map<T, Element> inputs = new LinkedHashMap<>();
    private final Map<T, Span> effects = new LinkedHashMap<>();
    private @Nullable T chosen;
    private SerializableConsumer<T> listener = value -> {};

    /// @param name what is chosen, for those who do not see the card's title
    public Choices(String name, List<Choice<T>> choices) {
        addClassName("q-cast");
        getElement().setAttribute("aria-label", name);
        var group = "choice-" + UUID.randomUUID();
        choices.forEach(choice -> getElement().appendChild(label(choice, group)));
    }

    public Optional<T> chosen() {
        return Optional.ofNullable(chosen);
    }

    /// Selects a choice without telling the listener.
    public void choose(T value) {
        var input = inputs.get(value);
        if (input == null) {
            throw new IllegalArgumentException("not one of the choices: " + value);
        }
        chosen = value;
        inputs.values().forEach(other -> other.setProperty("checked", other.equals(input)));
    }

    /// Says anew what a choice would change, without disturbing who is about to choose.
    public void effect(T value, String effect) {
        var shown = effects.get(value);
        if (shown == null) {
            throw new IllegalArgumentException("not one of the choices: " + value);
        }
        shown.setText(effect);
    }

    /// Is told what the reader chooses.
    public Choices<T> onChoice(SerializableConsumer<T> told) {
        this.listener = told;
        return this;
    }

    /// The choices beside each other where there is room.
    public Choices<T> sideBySide() {
        addClassName("q-side");
        return this;
    }

    private Element label(Choice<T> choice, String group) {
        var label = new Element("label").setAttribute("class", "q-option");
        if (!choice.kind().isEmpty()) {
            label.getClassList().add(choice.kind());
        }
        if (choice.sign().isEmpty()) {
            label.getClassList().add("q-unsigned");
        } else {
            label.appendChild(span("q-option-sign", choice.sign()).getElement());
        }
        var effect = span("q-option-effect", choice.effect());
        effects.put(choice.value(), effect);
        var words = new Span(span("q-option-word", choice.word()), effect);
        var input = new Element("input").setAttribute("type", "radio").setAttribute("name", group);
        input.addEventListener("change", event -> {
            choose(choice.value());
            listener.accept(choice.value());
        });
        inputs.put(choice.value(), input);
        return label.appendChild(words.getElement(), input);
    }

    private static Span span(String className, String text) {
        var span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
