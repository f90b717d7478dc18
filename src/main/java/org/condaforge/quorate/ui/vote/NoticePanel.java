package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.CallTexts;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.TimeOutStage;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteNotice;
import org.condaforge.quorate.vote.VoteNotices;

/// The announcements of a vote: those on record for everybody; for core members the text of the next one, and a form to
/// record that it was sent.
@JsModule("context://assets/ui/js/copy-text.js")
final class NoticePanel extends Composite<Card> {

    private static final String TEXT = "next-notice";
    private static final String SAYS = "next-notice-copied";

    private final VoteNotices notices;
    private final CallTexts texts;
    private final Reader reader;
    private final Runnable done;
    private final Div list = new Div();
    private final Div next = new Div();
    private final TextArea text = new TextArea("Text of the next announcement");
    private final NoticeForm form;
    private final Paragraph problem = new Paragraph();

    NoticePanel(VoteNotices notices, CallTexts texts, Reader reader, Runnable done) {
        this.notices = notices;
        this.texts = texts;
        this.reader = reader;
        this.done = done;
        form = new NoticeForm(notices, reader, done);
        text.setId(TEXT);
        text.setReadOnly(true);
        text.setWidthFull();
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Button copy = new Button("Copy");
        copy.getElement().setAttribute("data-copies", TEXT).setAttribute("data-says", SAYS);
        Span copied = new Span();
        copied.setId(SAYS);
        copied.addClassName("q-small");
        copied.getElement().setAttribute("role", "status");
        Div actions = new Div(copy, copied);
        actions.addClassName("q-actions");
        next.add(text, actions, form);
        return new Card("Announcements", list, problem, next);
    }

    /// @param link the address of the vote's page
    void show(VoteDetail vote, Optional<TimeOutProgress> found, String link) {
        boolean told = found.filter(timeOut -> timeOut.stage() != TimeOutStage.ENDED
                        || !timeOut.notices().isEmpty())
                .isPresent();
        setVisible(told);
        if (!told) {
            return;
        }
        TimeOutProgress timeOut = found.orElseThrow();
        boolean ended = timeOut.stage() == TimeOutStage.ENDED;
        boolean sending = switch (timeOut.stage()) {
            case OPEN, DATE_MISSING, RUNNING -> true;
            case WAITS, DECLARED, ENDED -> false;
        };
        list.removeAll();
        list.add(onRecord(timeOut, reader.isCore() && !ended));
        next.setVisible(reader.isCore() && sending);
        form.of(timeOut.vote().id());
        text.setValue(texts.reminder(vote, until(timeOut), link).orElse(""));
    }

    /// Until when ballots are taken: until the time-out date, also while it is only proposed, once the set end has
    /// passed.
    private static Instant until(TimeOutProgress timeOut) {
        boolean overdue = timeOut.stage() == TimeOutStage.DATE_MISSING;
        return overdue || timeOut.endIsSet() ? timeOut.end() : timeOut.vote().endsAt();
    }

    private Component onRecord(TimeOutProgress timeOut, boolean mayTakeBack) {
        if (timeOut.notices().isEmpty()) {
            return new Empty("No announcement is on record. A time-out asks for three on chat and three by mail.");
        }
        Timeline timeline = new Timeline();
        List<VoteNotice> sent = timeOut.notices();
        sent.reversed().forEach(notice -> timeline.at(reader.day(notice.sentAt()), line(timeOut, notice, mayTakeBack)));
        return timeline;
    }

    private Component line(TimeOutProgress timeOut, VoteNotice notice, boolean mayTakeBack) {
        String counts = timeOut.windows().marks(notice.sentAt()).stream()
                .findFirst()
                .map(mark -> "counts for the " + mark.label())
                .orElse("in no window, so it does not count");
        Div line = new Div(
                new Span("Announced %s (%s): ".formatted(notice.channel().label(), counts)), found(notice.note()));
        notice.recordedBy().ifPresent(name -> {
            Span by = new Span(" Recorded by %s.".formatted(name));
            by.addClassName("q-dim");
            line.add(by);
        });
        if (mayTakeBack) {
            Button back = new Button("Take it back", click -> takeBack(timeOut, notice));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            back.setAriaLabel("Take back the announcement %s of %s"
                    .formatted(notice.channel().label(), notice.sentAt()));
            line.add(back);
        }
        return line;
    }

    /// Where it can be found: a link if that is all there is.
    private static Component found(String note) {
        if (!note.matches("https?://[^\\s<>\"]+")) {
            return new Span(note);
        }
        Anchor link = new Anchor(note, note.replaceFirst("^https?://", ""));
        link.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        link.addClassName("q-break");
        return link;
    }

    private void takeBack(TimeOutProgress timeOut, VoteNotice notice) {
        problem.setText("");
        try {
            notices.takeBack(timeOut.vote().id(), notice.id());
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
