package org.condaforge.quorate.ui.proposal;

import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Tone;

/// How proposals are named and marked on every page, so that the same thing looks the same.
public final class ProposalWords {

    private ProposalWords() {}

    /// The chip of a status.
    public static Chip chip(Status status) {
        return new Chip(status.label(), tone(status));
    }

    /// "CFEP-24: A safer way".
    public static String title(ProposalSummary proposal) {
        return proposal.title().isBlank()
                ? proposal.number().label()
                : "%s: %s".formatted(proposal.number().label(), proposal.title());
    }

    /// The mark of a proposal whose file or index says something else than the record.
    public static Optional<Chip> drift(ProposalSummary proposal) {
        if (proposal.drift().isEmpty()) {
            return Optional.empty();
        }
        boolean file = proposal.fileStatus()
                .filter(word ->
                        Status.of(word).filter(proposal.status()::equals).isEmpty())
                .isPresent();
        return Optional.of(Chip.warn(
                file ? "file still says " + proposal.fileStatus().orElse("nothing") : "index says otherwise"));
    }

    static Tone tone(Status status) {
        return switch (status) {
            case DRAFT, DEFERRED -> Tone.PLAIN;
            case PROPOSED -> Tone.STATE;
            case ACCEPTED, IMPLEMENTED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case UNKNOWN -> Tone.WARN;
        };
    }
}
