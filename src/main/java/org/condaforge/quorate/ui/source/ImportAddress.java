package org.condaforge.quorate.ui.source;

import com.vaadin.flow.router.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.ui.shell.Address;

/// The address of the page of imports: which run is shown, which part of its report, and which pages of the lists.
///
/// @param run the run whose report is shown
/// @param part of the report; the one that matters most where the address names none
/// @param lines the page of that part, from 0
/// @param page the page of past runs, from 0
record ImportAddress(Optional<Long> run, Optional<Part> part, int lines, int page) {

    static final String PATH = "import";

    /// The parameter with the page of the report's part.
    static final String LINES = "lines";

    /// A part of a report.
    enum Part {
        NEW("New"),
        CHANGED("Changed"),
        GONE("Gone"),
        LEFT_OUT("Left out"),
        PROBLEMS("Problems"),
        UNKNOWN("Not recognised"),
        NOTES("Notes");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private static Optional<Part> of(String word) {
            for (Part part : values()) {
                if (part.word().equals(word)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }

    static ImportAddress of(Location location) {
        return new ImportAddress(
                Address.parameter(location, "run")
                        .filter(run -> run.matches("[1-9]\\d{0,17}"))
                        .map(Long::valueOf),
                Address.parameter(location, "show").flatMap(Part::of),
                Address.page(location, LINES),
                Address.page(location));
    }

    static String of(long run) {
        return new ImportAddress(Optional.of(run), Optional.empty(), 0, 0).path();
    }

    String path() {
        Map<String, String> all = new LinkedHashMap<>(parameters());
        all.put("page", page == 0 ? "" : String.valueOf(page + 1));
        return Address.with(PATH, all);
    }

    ImportAddress showing(Part next) {
        return new ImportAddress(run, Optional.of(next), 0, page);
    }

    /// Without the pages of lists.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("run", run.map(String::valueOf).orElse(""));
        parameters.put("show", part.map(Part::word).orElse(""));
        return parameters;
    }
}
