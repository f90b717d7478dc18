package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// The state of a vote in chips: what stands under the title of its page.
final class VoteChips {

    private static final Duration SOON = Duration.ofDays(3);

    private VoteChips() {}

    static List<Component> of(VoteDetail vote, Reader reader) {
        VoteSummary summary = vote.summary();
        List<Component> chips = new ArrayList<>();
        chips.add(VoteWords.chip(summary));
        if (summary.state() == VoteState.OPEN) {
            boolean soon = summary.endsAt().isBefore(reader.now().plus(SOON));
            chips.add(new Chip(
                    soon ? Tone.WARN : Tone.PLAIN, reader.both(summary.endsAt()).after("closes")));
        }
        summary.timeOutAt()
                .filter(date -> summary.takesBallots())
                .ifPresent(
                        date -> chips.add(new Chip(Tone.WARN, reader.both(date).after("time-out"))));
        chips.add(Chip.plain(VoteWords.item(summary)));
        summary.terms()
                .ifPresent(terms -> chips.add(
                        Chip.plain(summary.isPublic() ? "standard: public roll call" : "sensitive: secret ballots")));
        vote.calledBy().ifPresent(caller -> chips.add(Chip.plain("called by " + caller.name())));
        return chips;
    }
}
