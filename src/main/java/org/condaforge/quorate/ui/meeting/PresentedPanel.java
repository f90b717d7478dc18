package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.vote.VoteWords;
import org.condaforge.quorate.vote.Presentation;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.Presentations.OpenVote;

/// The votes that were open when a meeting took place, and whether they were presented there. A core member marks
/// one with a click.
final class PresentedPanel extends Composite<Card> {

    private final Presentations presentations;
    private final LocalDate meeting;
    private final Reader reader;
    private final UnorderedList rows = new UnorderedList();
    private final Paragraph problem = new Paragraph();
    private final Card card = new Card("Votes open then", rows, problem);

    PresentedPanel(Presentations presentations, LocalDate meeting, Reader reader) {
        this.presentations = presentations;
        this.meeting = meeting;
        this.reader = reader;
        rows.addClassName("q-list");
        rows.getElement().setAttribute("role", "list");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        show();
        return card;
    }

    /// Shows the votes; nothing at all where none was open.
    private void show() {
        List<OpenVote> open = presentations.openOn(meeting);
        card.setVisible(!open.isEmpty());
        rows.removeAll();
        open.forEach(vote -> rows.add(row(vote)));
    }

    private ListItem row(OpenVote open) {
        Span title =
                new Span(Address.link(Address.of(open.vote().id()), open.vote().title()));
        title.addClassName("q-item-title");
        Span words = new Span(words(open.presented()));
        words.addClassName("q-item-sub");
        ListItem row = new ListItem(new Div(title, words));
        if (reader.isCore() && !open.settled()) {
            act(open).ifPresent(row::add);
        } else {
            row.add(VoteWords.chip(open.vote()));
        }
        row.addClassNames("q-item", "q-stacked");
        return row;
    }

    private static String words(List<Presentation> presented) {
        return presented.isEmpty()
                ? "Not known to be presented here"
                : presented.stream()
                        .map(known -> switch (known.source()) {
                            case MINUTES -> "Presented here: the minutes speak of it";
                            case MARKED -> "Presented here, " + known.text();
                            case RECORD -> "Presented here: " + known.text();
                        })
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private Optional<Button> act(OpenVote open) {
        boolean byHand = open.presented().stream().anyMatch(known -> known.source() == Presentation.Source.MARKED);
        if (byHand) {
            return Optional.of(button(
                    "Take it back", open, () -> presentations.unmark(open.vote().id(), meeting)));
        }
        return open.presented().stream().anyMatch(Presentation::counts)
                ? Optional.empty()
                : Optional.of(button(
                        "Presented here",
                        open,
                        () -> presentations.mark(open.vote().id(), meeting)));
    }

    private Button button(String words, OpenVote open, Runnable act) {
        Button button = new Button(words, click -> {
            problem.setText("");
            try {
                act.run();
                show();
            } catch (IllegalArgumentException | NotAllowed e) {
                problem.setText(e.getMessage());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("%s: %s".formatted(words, open.vote().title()));
        return button;
    }
}
