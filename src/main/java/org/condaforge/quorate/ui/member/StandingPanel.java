package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.StatusLine;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Reader;

/// A member's standing over time, drawn and in words.
final class StandingPanel extends Composite<Card> {

    private final List<StandingPeriod> standings;
    private final Reader reader;

    StandingPanel(List<StandingPeriod> standings, Reader reader) {
        this.standings = standings;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (standings.isEmpty()) {
            return new Card("Standing over time", new Empty("Never on a roster."));
        }
        Timeline timeline = new Timeline();
        for (StandingPeriod period : standings.reversed()) {
            Div source = new Div(new Span(period.source()));
            source.addClassNames("q-small", "q-dim");
            timeline.at(
                    When.on(period.since()),
                    StandingWords.chip(period.standing()),
                    new Span(period.sinceExact() ? "" : " first seen on this day; it began before"),
                    source);
        }
        return new Card("Standing over time", new StatusLine(spans(), List.of(), List.of(), reader.today()), timeline);
    }

    /// One stretch for each period; what follows a period that ended without a next one is a stretch of its own.
    private List<StatusLine.Span> spans() {
        List<StatusLine.Span> spans = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            StandingPeriod period = standings.get(i);
            spans.add(new StatusLine.Span(
                    StandingWords.chip(period.standing()).getText(),
                    period.since(),
                    StandingWords.tone(period.standing())));
            LocalDate until = period.until();
            boolean followed =
                    i + 1 < standings.size() && standings.get(i + 1).since().equals(until);
            if (until != null && !followed) {
                spans.add(new StatusLine.Span("left", until, Tone.PLAIN));
            }
        }
        return spans;
    }
}
