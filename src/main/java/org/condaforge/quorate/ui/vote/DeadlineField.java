package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.ui.shell.Reader;

/// Asks for the end of a vote as its policy sets it: a moment in the reader's zone, or a date that ends anywhere on
/// Earth. What the reader chose in either form is kept.
final class DeadlineField extends Composite<Div> {

    private final Reader reader;
    private final MomentField moment;
    private final DatePicker lastDay = new DatePicker("Last day of the vote");
    private Deadline form = Deadline.INSTANT;
    private boolean momentChosen;
    private boolean dayChosen;

    DeadlineField(Reader reader) {
        this.reader = reader;
        this.moment = new MomentField("Deadline", reader.zone());
        moment.addValueChangeListener(change -> momentChosen |= change.isFromClient());
        lastDay.setLocale(Locale.UK);
        lastDay.setI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        lastDay.addValueChangeListener(change -> {
            dayChosen |= change.isFromClient();
            sayWhen();
        });
        lastDay.setVisible(false);
    }

    /// Calls that whenever another end is chosen.
    void onChange(Runnable changed) {
        moment.addValueChangeListener(change -> changed.run());
        lastDay.addValueChangeListener(change -> changed.run());
    }

    @Override
    protected Div initContent() {
        return new Div(moment, lastDay);
    }

    /// Asks for an end in that form, and offers the first one from the minute of `earliest` on.
    void ask(Deadline deadline, Instant earliest) {
        form = deadline;
        moment.setVisible(form == Deadline.INSTANT);
        lastDay.setVisible(form == Deadline.ANYWHERE_ON_EARTH);
        if (!momentChosen) {
            moment.setInstant(earliest);
        }
        if (!dayChosen) {
            lastDay.setValue(Deadline.dateOf(earliest));
        }
    }

    /// Shows that end as the one that was chosen.
    void choose(Instant end) {
        switch (form) {
            case INSTANT -> {
                moment.setInstant(end);
                momentChosen = true;
            }
            case ANYWHERE_ON_EARTH -> {
                lastDay.setValue(Deadline.dateOf(end));
                dayChosen = true;
            }
        }
    }

    /// The end that was entered.
    Optional<Instant> instant() {
        return switch (form) {
            case INSTANT -> moment.instant();
            case ANYWHERE_ON_EARTH -> Optional.ofNullable(lastDay.getValue()).map(Deadline::endOf);
        };
    }

    private void sayWhen() {
        Span helper = new Span("The day ends anywhere on Earth");
        Optional.ofNullable(lastDay.getValue())
                .map(Deadline::endOf)
                .ifPresent(end -> helper.add(new Span(", for you "), reader.at(end)));
        lastDay.setHelperComponent(helper);
    }
}
