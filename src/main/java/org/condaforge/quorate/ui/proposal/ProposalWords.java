package org.condaforge.quorate.ui.proposal;

import java.util.List;
import org.condaforge.quorate.proposal.Drift;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.StatusEntry;
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

    /// A mark for everything that does not fit together.
    public static List<Chip> drift(ProposalSummary proposal) {
        return proposal.drift().stream()
                .map(Drift::mark)
                .distinct()
                .map(Chip::warn)
                .toList();
    }

    /// What made a status known.
    static String source(StatusEntry.Source source) {
        return switch (source) {
            case VOTE -> "by vote";
            case HAND -> "by hand";
            case FILE -> "by its file";
            case MINUTES -> "by minutes";
            case COMMIT -> "by a commit";
            case ADDED -> "added by hand";
        };
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
