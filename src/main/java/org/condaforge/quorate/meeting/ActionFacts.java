package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.Optional;

/// What the minutes say of an action item, in columns.
record ActionFacts(
        String text,
        LocalDate begunOn,
        Optional<LocalDate> lastOn,
        int meetings,
        ActionState state,
        Optional<LocalDate> tickedOn) {

    static ActionFacts of(ActionChain chain) {
        ActionChain.Line last = chain.lines().getLast();
        return new ActionFacts(
                last.text(),
                chain.lines().getFirst().meeting(),
                Optional.of(last.meeting()),
                chain.lines().size(),
                chain.state(),
                chain.tickedOn());
    }

    /// The same, begun on another day.
    ActionFacts begun(LocalDate on) {
        return new ActionFacts(text, on, lastOn, meetings, state, tickedOn);
    }
}
