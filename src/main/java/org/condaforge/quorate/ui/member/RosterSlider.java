package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.condaforge.quorate.ui.component.When;

/// Chooses a day of the record by sliding from its first day to today.
final class RosterSlider extends Composite<Div> {

    private final RangeInput range = new RangeInput(ValueChangeMode.ON_CHANGE);
    private final Span begin = new Span();
    private LocalDate first = LocalDate.EPOCH;
    private LocalDate today = LocalDate.EPOCH;

    /// @param moved is told of the day; empty for today
    RosterSlider(Consumer<Optional<LocalDate>> moved) {
        range.setStep(1.0);
        range.setMin(0);
        range.setWidthFull();
        range.setAriaLabel("Roster on the day, from the first of the record to today");
        range.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                LocalDate day = first.plusDays(Math.round(change.getValue()));
                moved.accept(Optional.of(day).filter(chosen -> chosen.isBefore(today)));
            }
        });
    }

    @Override
    protected Div initContent() {
        Div line = new Div(begin, range, new Span("today"));
        line.addClassName("q-slider");
        return line;
    }

    /// Sets where it begins and stands.
    void show(LocalDate firstDay, LocalDate lastDay, LocalDate at) {
        first = firstDay;
        today = lastDay;
        begin.setText(When.on(firstDay).getElement().getText());
        range.setMax(Math.max(1, ChronoUnit.DAYS.between(firstDay, lastDay)));
        LocalDate inside = at.isBefore(firstDay) ? firstDay : at.isAfter(lastDay) ? lastDay : at;
        range.setValue((double) ChronoUnit.DAYS.between(firstDay, inside));
        range.getElement().setAttribute("aria-valuetext", inside.toString());
    }
}
