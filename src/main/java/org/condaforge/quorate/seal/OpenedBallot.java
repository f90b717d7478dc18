package org.condaforge.quorate.seal;

import org.condaforge.quorate.rule.Choice;

/// What was in a sealed ballot. It does not say whose it was.
public record OpenedBallot(VoterCode code, Choice choice) {

    /// Says neither: an opened ballot must not end up in a log by accident.
    @Override
    public String toString() {
        return "an opened ballot";
    }
}
