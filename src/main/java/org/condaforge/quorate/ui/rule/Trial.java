package org.condaforge.quorate.ui.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.policy.Example;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Tally;

/// A vote that somebody makes up to see what a rule makes of it.
///
/// @param daysOpen for how many days it took ballots
/// @param ended whether the end has come
/// @param more how many may still vote, 0 once the end has come
record Trial(
        int active,
        Tally tally,
        Duration period,
        int daysOpen,
        boolean presented,
        Notices chat,
        Notices mail,
        boolean ended,
        int more) {

    /// The largest roster and the largest number of ballots of a kind.
    static final int MOST = 1000;

    private static final int FORTNIGHT = 14;

    /// A vote that was just called: nobody has voted, and everybody may.
    static Trial start(int active, Duration period) {
        int roster = Math.min(MOST, active);
        return new Trial(roster, Tally.NONE, period, days(period), false, Notices.NONE, Notices.NONE, false, roster);
    }

    /// The vote of a worked example, at its end.
    static Trial of(Example example) {
        var trial = start(example.active(), example.period()).with(example.tally());
        return example.timeOutMet() ? trial.withTimeOutMet() : trial.atEnd();
    }

    static int days(Duration period) {
        return Math.toIntExact(period.toDays());
    }

    /// The same vote with other ballots; the other active members may still vote.
    Trial with(Tally other) {
        var then = new Trial(active, other, period, daysOpen, presented, chat, mail, ended, more);
        return ended ? then : then.withMore(then.silent());
    }

    /// The same vote after its end.
    Trial atEnd() {
        return new Trial(active, tally, period, daysOpen, presented, chat, mail, true, 0);
    }

    /// The same vote after everything was done that a time-out asks for.
    Trial withTimeOutMet() {
        return new Trial(active, tally, period, Math.max(FORTNIGHT, daysOpen), true, Notices.ALL, Notices.ALL, true, 0);
    }

    /// The same vote while it is open, with so many who may still vote.
    Trial withMore(int others) {
        return new Trial(active, tally, period, daysOpen, presented, chat, mail, false, others);
    }

    boolean timeOutMet() {
        return ended && daysOpen >= FORTNIGHT && presented && chat.complete() && mail.complete();
    }

    Evidence evidence() {
        return new Evidence(period, Duration.ofDays(daysOpen), ended, presented, chat, mail);
    }

    /// How many active members have not voted, as far as a tally can tell.
    int silent() {
        return Math.max(0, active - tally.cast());
    }

    /// The parameters of an address that restores it.
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("active", Integer.toString(active));
        parameters.put("yes", Integer.toString(tally.yes()));
        parameters.put("no", Integer.toString(tally.no()));
        parameters.put("abstain", Integer.toString(tally.abstain()));
        parameters.put("period", written(period));
        parameters.put("open", daysOpen == days(period) ? "" : Integer.toString(daysOpen));
        parameters.put("presented", presented ? "true" : "");
        parameters.put("chat", String.join(".", times(chat)));
        parameters.put("mail", String.join(".", times(mail)));
        parameters.put("ended", ended ? "true" : "");
        parameters.put("more", ended || more == silent() ? "" : Integer.toString(more));
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    /// "P7D", "PT36H".
    private static String written(Duration period) {
        return period.toHours() % 24 == 0 ? "P%dD".formatted(period.toDays()) : "PT%dH".formatted(period.toHours());
    }

    /// At which times it was announced: start, middle, end.
    static List<String> times(Notices notices) {
        var times = new ArrayList<String>();
        if (notices.start()) {
            times.add("start");
        }
        if (notices.middle()) {
            times.add("middle");
        }
        if (notices.end()) {
            times.add("end");
        }
        return times;
    }
}
