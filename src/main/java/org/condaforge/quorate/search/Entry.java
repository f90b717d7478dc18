package org.condaforge.quorate.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One record as the index takes it in.
///
/// @param key of its page's address: the number of a proposal or vote, the date of a meeting, the login of a member
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
