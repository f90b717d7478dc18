package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.Comparator;

/// A roster file of a day. Files are in the order in which they came to hold.
///
/// @param list whom it lists
/// @param source where it comes from, shown beside every standing that follows from it: its name, or a commit
record DatedRoster(Standing list, LocalDate day, RosterName.Dated dated, String source, String text)
        implements Comparable<DatedRoster> {

    private static final Comparator<DatedRoster> ORDER = Comparator.comparing(DatedRoster::day)
            .thenComparing(DatedRoster::dated)
            .thenComparing(DatedRoster::list);

    /// What makes two files the same one: of another text it replaces what was read before.
    record Key(Standing list, LocalDate day, RosterName.Dated dated) {}

    Key key() {
        return new Key(list, day, dated);
    }

    @Override
    public int compareTo(DatedRoster other) {
        return ORDER.compare(this, other);
    }
}
