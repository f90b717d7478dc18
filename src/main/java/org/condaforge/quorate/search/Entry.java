package org.condaforge.quorate.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One record as the index takes it in.
///
/// @param key of its page's address: as [Found.Hit] says
/// @param names of people it belongs to: authors, logins, initials
/// @param passages its text, part by part
record Entry(
        Kind kind, String key, String title, Optional<LocalDate> date, List<String> names, List<Passage> passages) {

    /// Identifies it in the index.
    String id() {
        return id(kind, key);
    }

    static String id(Kind kind, String key) {
        return kind.word() + " " + key;
    }
}
