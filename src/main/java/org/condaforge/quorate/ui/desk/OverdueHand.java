package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Channel;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.TimeOutProgress.Wanted;
import org.condaforge.quorate.vote.VoteSummary;

/// What an overdue vote waits for somebody to do.
///
/// @param words where it stands
/// @param act what to do about it
record OverdueHand(VoteSummary vote, Span words, String act) {

    /// Empty where there is nothing to do today.
    static Optional<OverdueHand> of(TimeOutProgress timeOut, Reader reader) {
        return switch (timeOut.stage()) {
            case DATE_MISSING ->
                hand(
                        timeOut,
                        "Set a date",
                        new Span("Ended "),
                        reader.day(timeOut.vote().closesAt()),
                        new Span(" without a quorum; ballots still count"));
            case RUNNING -> announce(timeOut, reader);
            case WAITS ->
                hand(
                        timeOut,
                        "Declare it",
                        new Span("Met the conditions of a time-out; without a declaration it lapses "),
                        reader.relative(timeOut.lapses().orElse(timeOut.end())));
            case DECLARED -> {
                boolean mine = timeOut.declared()
                        .filter(by ->
                                reader.member().filter(by.member()::equals).isPresent())
                        .isPresent();
                String name = timeOut.declared().map(TimeOutProgress.Hand::name).orElse("");
                yield mine
                        ? Optional.empty()
                        : hand(
                                timeOut,
                                "Verify it",
                                new Span(name + " declared its time-out; another core member verifies it"));
            }
            case OPEN, ENDED -> Optional.empty();
        };
    }

    private static Optional<OverdueHand> announce(TimeOutProgress timeOut, Reader reader) {
        List<Wanted> due = timeOut.due(reader.now());
        if (due.isEmpty()) {
            return Optional.empty();
        }
        String channels =
                due.stream().map(Wanted::channel).distinct().map(Channel::label).collect(Collectors.joining(" and "));
        return hand(
                timeOut,
                "Announce it",
                new Span("To be announced %s ".formatted(channels)),
                reader.at(due.getFirst().window().until()).after("until"));
    }

    private static Optional<OverdueHand> hand(
            TimeOutProgress timeOut, String act, com.vaadin.flow.component.Component... words) {
        return Optional.of(new OverdueHand(timeOut.vote(), new Span(words), act));
    }
}
