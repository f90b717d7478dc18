package org.condaforge.quorate.ui.member;

import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Reader;

/// How a standing is said and coloured.
final class StandingWords {

    private StandingWords() {}

    /// "since 1 May 2019"; a day that is only an upper bound says so.
    static When since(StandingPeriod period, Reader reader) {
        return reader.on(period.since()).after(period.sinceExact() ? "since" : "since before");
    }

    static Tone tone(Standing standing) {
        return standing == Standing.ACTIVE ? Tone.GOOD : Tone.PLAIN;
    }

    static Chip chip(Standing standing) {
        return new Chip(standing == Standing.ACTIVE ? "core" : standing.label(), tone(standing));
    }
}
