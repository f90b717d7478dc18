package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.ui.shell.Address;

/// Reads the made-up vote of an address. What cannot be read is said, and what would stand there otherwise is taken.
final class TrialAddress {

    static final Duration LONGEST = Duration.ofDays(Trial.MOST);

    private static final String NUMBER = "a whole number from 0 to " + Trial.MOST;

    private final Location location;
    private final List<String> problems = new ArrayList<>();

    TrialAddress(Location location) {
        this.location = location;
    }

    /// The vote of the address, begun from `start`.
    Trial read(Trial start) {
        problems.clear();
        var tally = new Tally(number("yes", 0), number("no", 0), number("abstain", 0));
        var period = period(start.period());
        var trial = new Trial(
                number("active", start.active()),
                tally,
                period,
                number("open", Trial.days(period)),
                flag("presented", false),
                notices("chat"),
                notices("mail"),
                true,
                0);
        return flag("ended", false) ? trial : trial.withMore(number("more", trial.silent()));
    }

    /// What could not be read, in sentences.
    List<String> problems() {
        return List.copyOf(problems);
    }

    private int number(String name, int otherwise) {
        return value(name)
                .map(text -> text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= Trial.MOST
                        ? Integer.parseInt(text)
                        : instead(name, text, NUMBER, otherwise, Integer.toString(otherwise)))
                .orElse(otherwise);
    }

    private boolean flag(String name, boolean otherwise) {
        return value(name)
                .map(text -> text.equals("true")
                        || (!text.equals("false")
                                && instead(name, text, "true or false", otherwise, Boolean.toString(otherwise))))
                .orElse(otherwise);
    }

    private Duration period(Duration otherwise) {
        return value("period")
                .map(text -> {
                    try {
                        var period = Duration.parse(text);
                        if (valid(period)) {
                            return period;
                        }
                    } catch (DateTimeParseException _) {
                        // said below
                    }
                    var expected = "a period of whole hours or days such as P7D or PT36H, at most %d days"
                            .formatted(LONGEST.toDays());
                    return instead("period", text, expected, otherwise, RuleWords.period(otherwise));
                })
                .orElse(otherwise);
    }

    static boolean valid(Duration period) {
        return period.compareTo(Duration.ofHours(1)) >= 0
                && period.compareTo(LONGEST) <= 0
                && period.equals(Duration.ofHours(period.toHours()));
    }

    private Notices notices(String name) {
        return value(name)
                .map(text -> {
                    var times = List.of(text.split("\\.", -1));
                    return List.of("start", "middle", "end").containsAll(times)
                            ? new Notices(times.contains("start"), times.contains("middle"), times.contains("end"))
                            : instead(name, text, "some of start.middle.end", Notices.NONE, "no notice");
                })
                .orElse(Notices.NONE);
    }

    private Optional<String> value(String name) {
        return Address.parameter(location, name);
    }

    private <T> T instead(String name, String found, String expected, T taken, String inWords) {
        var shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
        problems.add("The address has “%s” for %s. Write %s; %s is taken instead."
                .formatted(shown, name, expected, inWords));
        return taken;
    }
}
