package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// How often a source is read by itself.
enum Interval {
    NEVER("by hand only", Duration.ZERO),
    HOURLY("every hour", Duration.ofHours(1)),
    SIX_HOURLY("every 6 hours", Duration.ofHours(6)),
    DAILY("every day", Duration.ofDays(1)),
    WEEKLY("every week", Duration.ofDays(7));

    private final String label;
    private final Duration length;

    Interval(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    String label() {
        return label;
    }

    Optional<Duration> every() {
        return Optional.of(length).filter(Duration::isPositive);
    }

    /// The one that comes nearest.
    static Interval of(Optional<Duration> every) {
        return every.flatMap(wanted -> Arrays.stream(values())
                        .filter(interval -> interval != NEVER)
                        .min(Comparator.comparing(
                                interval -> interval.length.minus(wanted).abs())))
                .orElse(NEVER);
    }

    static Select<Interval> select(String label) {
        Select<Interval> select = new Select<>();
        select.setLabel(label);
        select.setItems(values());
        select.setItemLabelGenerator(Interval::label);
        select.setValue(NEVER);
        return select;
    }
}
