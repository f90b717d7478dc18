package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Ending;
import org.condaforge.quorate.vote.NoticeMark;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.TimeOutProgress.Hand;
import org.condaforge.quorate.vote.TimeOutProgress.Wanted;
import org.condaforge.quorate.vote.VoteDetail;

/// How far a vote is on its way to a time-out: in a sentence, drawn along its time, and as a checklist of what is to be
/// done until when.
final class TimeOutPanel extends Composite<Card> {

    private final Reader reader;
    private final Div body = new Div();

    TimeOutPanel(Reader reader) {
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        return new Card("Time-out", body);
    }

    /// @param found empty where the vote cannot be timed out, or is not for the reader
    void show(VoteDetail vote, Optional<TimeOutProgress> found) {
        body.removeAll();
        Optional<TimeOutProgress> shown = found.filter(TimeOutPanel::tells);
        setVisible(shown.isPresent());
        shown.ifPresent(timeOut -> {
            Paragraph sentence = new Paragraph();
            sentence.add(sentence(timeOut).toArray(Component[]::new));
            missed(timeOut).ifPresent(words -> sentence.add(new Span(words)));
            body.add(sentence, new TimeOutLine(timeOut, vote.nextMeeting(), reader).drawn(), checklist(vote, timeOut));
        });
    }

    /// A vote that ended without any of it has nothing to tell.
    private static boolean tells(TimeOutProgress timeOut) {
        return switch (timeOut.stage()) {
            case OPEN, DATE_MISSING, RUNNING, WAITS, DECLARED -> true;
            case ENDED ->
                timeOut.declared().isPresent()
                        || !timeOut.notices().isEmpty()
                        || timeOut.vote().timeOutAt().isPresent();
        };
    }

    private List<Component> sentence(TimeOutProgress timeOut) {
        List<Component> words = new ArrayList<>();
        switch (timeOut.stage()) {
            case OPEN -> {
                words.add(new Span("If it misses its quorum, the ballots cast can still decide: "));
                words.add(reader.at(timeOut.end()).after(timeOut.endIsSet() ? "at its end," : "from"));
                words.add(new Span(timeOut.endIsSet() ? ", if all of this is met." : " on, if all of this is met."));
            }
            case DATE_MISSING -> {
                words.add(new Span("It missed its quorum. A core member confirms or moves the proposed date, "));
                words.add(reader.at(timeOut.end()));
                words.add(new Span("; without one it lapses "));
                timeOut.lapses().ifPresent(lapse -> words.add(reader.at(lapse)));
                words.add(new Span("."));
            }
            case RUNNING -> {
                words.add(new Span("Ballots count until "));
                words.add(reader.at(timeOut.end()));
                words.add(new Span(". Then it is assessed again: by its quorum, else by a time-out if all of this is"
                        + " met, else it stays undecided."));
            }
            case WAITS -> {
                words.add(strong("It takes no more ballots. "));
                words.add(new Span("One core member declares the time-out and another one verifies it by "));
                timeOut.lapses().ifPresent(lapse -> words.add(reader.at(lapse)));
                words.add(new Span("; otherwise it lapses."));
            }
            case DECLARED -> {
                timeOut.declared().ifPresent(hand -> hand(words, hand, "declared the time-out"));
                words.add(new Span("Another core member verifies it by "));
                timeOut.lapses().ifPresent(lapse -> words.add(reader.at(lapse)));
                words.add(new Span("; otherwise the vote lapses."));
            }
            case ENDED -> ended(words, timeOut);
        }
        return words;
    }

    /// What a missed announcement means while the vote can still be decided otherwise.
    private Optional<String> missed(TimeOutProgress timeOut) {
        return switch (timeOut.stage()) {
            case WAITS, DECLARED, ENDED -> Optional.empty();
            case OPEN, DATE_MISSING, RUNNING ->
                timeOut.wanted(reader.now()).stream()
                        .filter(one -> one.state() == TimeOutProgress.State.MISSED)
                        .map(Wanted::mark)
                        .min(Comparator.naturalOrder())
                        .map(mark -> mark == NoticeMark.START
                                ? " A time-out is not possible any more, because the vote was not announced everywhere"
                                        + " in its first 24 hours; only its quorum can decide it."
                                : " An announcement was missed: only with a later date can a time-out decide it.");
        };
    }

    private void ended(List<Component> words, TimeOutProgress timeOut) {
        timeOut.declared().ifPresent(hand -> hand(words, hand, "declared the time-out"));
        timeOut.verified().ifPresent(hand -> hand(words, hand, "verified it"));
        if (timeOut.verified().isEmpty()) {
            words.add(new Span(
                    timeOut.ending().filter(Ending.LAPSE::equals).isPresent()
                            ? "It lapsed: its time-out was not confirmed in time."
                            : "It ended without a time-out."));
        }
    }

    private void hand(List<Component> words, Hand hand, String did) {
        words.add(strong(hand.name()));
        words.add(new Span(" %s on ".formatted(did)));
        words.add(reader.at(hand.at()));
        words.add(new Span(". "));
    }

    private static Span strong(String text) {
        Span strong = new Span(text);
        strong.addClassName("q-strong");
        return strong;
    }

    private UnorderedList checklist(VoteDetail vote, TimeOutProgress timeOut) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("q-conds", "q-wide-conds");
        list.getElement().setAttribute("role", "list");
        boolean presented = !timeOut.presented().isEmpty();
        list.add(item(
                presented,
                "Presented at a core meeting",
                presented
                        ? reader.on(timeOut.presented().getLast().date())
                        : vote.nextMeeting()
                                .<Component>map(next -> reader.at(next).after("next:"))
                                .orElseGet(() -> new Span("not yet"))));
        timeOut.wanted(reader.now())
                .forEach(one -> list.add(item(
                        one.state() == TimeOutProgress.State.DONE,
                        "Announced %s, %s"
                                .formatted(one.channel().label(), one.mark().label()),
                        when(one))));
        return list;
    }

    private Component when(Wanted wanted) {
        return switch (wanted.state()) {
            case DONE -> new Span("done");
            case DUE -> {
                Span due = new Span(reader.at(wanted.window().until()).after("until"));
                due.addClassNames("q-strong", "q-warn");
                yield due;
            }
            case LATER ->
                new Span(
                        reader.at(wanted.window().from()),
                        new Span(" to "),
                        reader.at(wanted.window().until()));
            case MISSED -> new Span(reader.day(wanted.window().until()).after("missed on"));
        };
    }

    private static ListItem item(boolean met, String what, Component when) {
        Span sign = new Span(met ? "✓" : "○");
        sign.getElement().setAttribute("role", "img");
        sign.getElement().setAttribute("aria-label", met ? "met" : "not met");
        Span have = new Span(when);
        have.addClassName("q-have");
        ListItem item = new ListItem(sign, new Span(what), have);
        item.addClassName("q-cond");
        if (met) {
            item.addClassName("q-met");
        }
        return item;
    }
}
