package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Presentation;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.VoteDetail;

/// The meetings that spoke of what is voted on, and those at which it was presented as records or core members say.
final class DiscussionPanel extends Composite<Card> {

    private final Presentations presentations;
    private final Reader reader;
    private final Runnable done;
    private final Div body = new Div();
    private final Div mark = new Div();
    private final Paragraph problem = new Paragraph();

    DiscussionPanel(Presentations presentations, Reader reader, Runnable done) {
        this.presentations = presentations;
        this.reader = reader;
        this.done = done;
        mark.addClassName("q-actions");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        return new Card("Where it was discussed", body, mark, problem);
    }

    private record Line(LocalDate date, Component[] content) {}

    void show(VoteDetail vote) {
        body.removeAll();
        mark.removeAll();
        List<Line> lines = new ArrayList<>();
        vote.presentations().stream()
                .filter(presented -> presented.source() != Presentation.Source.MINUTES)
                .map(presented -> line(vote, presented))
                .forEach(lines::add);
        vote.discussions().stream().map(DiscussionPanel::line).forEach(lines::add);
        if (lines.isEmpty() && vote.nextMeeting().isEmpty()) {
            body.add(new Empty("No minutes speak of it yet. Meetings that do appear here, with their words."));
        } else {
            lines.sort(Comparator.comparing(Line::date).reversed());
            Timeline timeline = new Timeline();
            vote.nextMeeting()
                    .ifPresent(next -> timeline.at(reader.day(next), "The next core meeting, before the vote ends"));
            lines.forEach(line -> timeline.at(When.on(line.date()), line.content()));
            body.add(timeline);
        }
        if (reader.isCore()) {
            offer(vote);
        }
    }

    private static Line line(Discussion discussion) {
        return new Line(discussion.date(), new Component[] {
            Address.link(Address.of(discussion.date()), "Core meeting"),
            new Span(" · “%s”".formatted(discussion.excerpt()))
        });
    }

    private Line line(VoteDetail vote, Presentation presented) {
        List<Component> content = new ArrayList<>();
        content.add(new Span("Presented at the core meeting, " + presented.text()));
        if (!presented.counts()) {
            content.add(new Span(". It does not count for the time-out: the vote was not open then"));
        }
        if (presented.source() == Presentation.Source.MARKED && reader.isCore() && !Presentations.isSettled(vote)) {
            Button back = new Button(
                    "Take it back",
                    click -> act(() -> presentations.unmark(vote.summary().id(), presented.date())));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            back.setAriaLabel("Take back that it was presented on " + presented.date());
            content.add(back);
        }
        return new Line(presented.date(), content.toArray(Component[]::new));
    }

    private void offer(VoteDetail vote) {
        List<LocalDate> days = presentations.markable(vote);
        if (days.isEmpty()) {
            return;
        }
        Select<LocalDate> meeting = new Select<>();
        meeting.setLabel("Meeting while it was open");
        meeting.setItems(days);
        meeting.setItemLabelGenerator(String::valueOf);
        meeting.setValue(days.getFirst());
        Button presented = new Button(
                "Presented there",
                click -> act(() -> presentations.mark(vote.summary().id(), meeting.getValue())));
        mark.add(meeting, presented);
    }

    private void act(Runnable act) {
        problem.setText("");
        try {
            act.run();
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
