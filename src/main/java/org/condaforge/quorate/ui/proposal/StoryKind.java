package org.condaforge.quorate.ui.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the story of a proposal is made of. Of one day, what came of a meeting or a vote stands above it.
enum StoryKind {
    STATUS("Status", "No status is on record yet."),
    VOTES("Votes", "No vote yet. A vote on it appears here, with how it ended."),
    MEETINGS("Meetings", "No minutes speak of it yet. Meetings that do appear here, with their words.");

    private final String label;
    private final String none;

    StoryKind(String label, String none) {
        this.label = label;
        this.none = none;
    }

    String label() {
        return label;
    }

    /// What is said where there is none.
    String none() {
        return none;
    }

    /// The word for it in an address.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StoryKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
