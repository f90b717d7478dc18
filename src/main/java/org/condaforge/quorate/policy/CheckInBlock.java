package org.condaforge.quorate.policy;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.CheckInPolicy.ComeBack;
import org.condaforge.quorate.policy.CheckInPolicy.Every;
import org.condaforge.quorate.policy.CheckInPolicy.Inactivity;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;

/// The part of a policy's data about its check-in, under `check-in`.
record CheckInBlock(Mapping data, Faults faults) {

    private static final Pattern MONTHS = Pattern.compile("([1-9][0-9]?) months");

    private static final Form<Period> AFTER = new Form<>(
            "a number of months such as 6 months",
            Period.ofMonths(6),
            text -> Optional.of(MONTHS.matcher(text))
                    .filter(months -> months.matches())
                    .map(months -> Period.ofMonths(Integer.parseInt(months.group(1)))));

    private static final Form<Boolean> BY_ITSELF =
            Form.among(Map.of("itself", true, "secretary", false), "itself or secretary");

    CheckInPolicy read() {
        var before = faults.count();
        var cadences = cadences();
        var inactivity = data.optional("inactivity").map(this::inactivity);
        var emeritus = data.required("emeritus");
        var comeBack = emeritus.required("return", Form.oneOf(ComeBack.class));
        emeritus.close();
        data.close();
        if (cadences.isEmpty() && inactivity.isEmpty() && faults.count() == before) {
            faults.add(data.line(), "a check-in that asks nobody", "cadences, inactivity or both");
        }
        return new CheckInPolicy(cadences, inactivity, comeBack);
    }

    private List<Cadence> cadences() {
        List<Cadence> cadences = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (var node : data.nodes("cadences")) {
            var mapping = Mapping.of(node, faults).orElse(null);
            if (mapping == null) {
                continue;
            }
            var name = mapping.required("name", Form.NAME);
            var every = mapping.required("every", Form.oneOf(Every.class));
            once(lines, "name: " + name, mapping.line("name"));
            once(lines, "every: " + Form.word(every), mapping.line("every"));
            var asking = asking(mapping);
            var longest = Duration.ofDays(every.days());
            if (asking.timeToAnswer().compareTo(longest) >= 0) {
                faults.add(
                        mapping.line("time-to-answer"),
                        "a round that goes on into the next",
                        "less than %d d".formatted(every.days()));
            }
            cadences.add(new Cadence(name, every, asking));
        }
        return cadences;
    }

    private void once(Map<String, Integer> lines, String what, int line) {
        var before = lines.putIfAbsent(what, line);
        if (before != null) {
            faults.add(line, "%s, which line %d has".formatted(what, before), "every name and every period once");
        }
    }

    private Inactivity inactivity(Mapping mapping) {
        var after = mapping.required("after", AFTER);
        return new Inactivity(after, asking(mapping));
    }

    /// Reads what is left of the mapping.
    private Asking asking(Mapping mapping) {
        var timeToAnswer = mapping.required("time-to-answer", Form.PERIOD);
        var silence = mapping.required("silence", Form.oneOf(Silence.class));
        var byItself = mapping.required("ends-by", BY_ITSELF);
        var notices = PolicyPage.notices(mapping, "notices", faults);
        mapping.close();
        return new Asking(timeToAnswer, silence, byItself, notices);
    }
}
