package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Who was active and who emeritus on a day, both by name.
public record Roster(LocalDate day, List<Entry> active, List<Entry> emeritus) {

    /// A line of the roster.
    public record Entry(MemberId id, String login, String name, Standing standing) {}

    /// The line of that member, if they are on the roster.
    public Optional<Entry> find(MemberId id) {
        return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// Everybody, active first.
    public List<Entry> all() {
        return java.util.stream.Stream.concat(active.stream(), emeritus.stream())
                .toList();
    }
}
