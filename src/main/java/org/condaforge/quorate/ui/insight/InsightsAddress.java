package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.router.Location;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.insight.Years;
import org.condaforge.quorate.ui.shell.Address;

/// What the address of the insights says: which drawing, of which years, and which page of its rows.
///
/// @param known all years there is something of; empty where there is nothing yet
/// @param years those that are shown
record InsightsAddress(Show show, Optional<Years> known, Optional<Years> years, int page) {

    static final String PATH = "insights";

    /// So many years are shown where the address does not say.
    private static final int USUAL = 6;

    /// A drawing.
    enum Show {
        PARTICIPATION("Participation"),
        TURNOUT("Turnout"),
        DECISIONS("Time to decision"),
        QUORUM("Quorum health"),
        ATTENDANCE("Attendance");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// Whether it is about a range of years.
        boolean byYears() {
            return this != QUORUM;
        }
    }

    /// Reads an address; a year that is not known becomes the nearest that is.
    static InsightsAddress of(Location location, Optional<Years> known) {
        Show show = Address.parameter(location, "show")
                .flatMap(word -> Arrays.stream(Show.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst())
                .orElse(Show.PARTICIPATION);
        Optional<Years> years = known.map(all -> {
            int last = year(location, "to")
                    .map(year -> Math.clamp(year, all.first(), all.last()))
                    .orElse(all.last());
            int usual = Math.max(all.first(), last - USUAL + 1);
            int first = year(location, "from")
                    .map(year -> Math.clamp(year, all.first(), all.last()))
                    .orElse(usual);
            return new Years(Math.min(first, last), Math.max(first, last));
        });
        return new InsightsAddress(show, known, years, Address.page(location));
    }

    private static Optional<Integer> year(Location location, String name) {
        return Address.parameter(location, name)
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Integer::valueOf);
    }

    /// What the address says without its page.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("show", show == Show.PARTICIPATION ? "" : show.word());
        years.ifPresent(chosen -> {
            parameters.put("from", String.valueOf(chosen.first()));
            parameters.put("to", String.valueOf(chosen.last()));
        });
        return parameters;
    }

    /// The address of another drawing of the same years.
    String showing(Show other) {
        return Address.with(PATH, new InsightsAddress(other, known, years, 0).parameters());
    }

    /// The address of the same drawing of other years.
    String with(String name, int year) {
        Map<String, String> parameters = parameters();
        parameters.put(name, String.valueOf(year));
        return Address.with(PATH, parameters);
    }
}
