package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// A field for an instant, entered in the reader's zone as 2026-11-24 17:00, which every reader understands alike.
public final class MomentField extends DateTimePicker {

    private final ZoneId zone;

    /// An empty field in that zone.
    public MomentField(String label, ZoneId zone) {
        super(label);
        this.zone = zone;
        setLocale(Locale.UK);
        setDatePickerI18n(new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        setHelperText("In your time zone, " + zone);
    }

    /// The instant that was entered.
    public Optional<Instant> instant() {
        return Optional.ofNullable(getValue()).map(there -> there.atZone(zone).toInstant());
    }

    /// Shows that instant, to the minute.
    public void setInstant(Instant instant) {
        setValue(LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES));
    }
}
