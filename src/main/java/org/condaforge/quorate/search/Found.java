package org.condaforge.quorate.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.condaforge.quorate.store.Page;

/// What a search found, the best first.
///
/// @param byKind how many records of each kind were found in the year that was asked for
/// @param byYear how many records of each year were found among the kind that was asked for, newest first
/// @param loose whether no text has all the words, so that texts with some of them are shown
/// @param building whether the index was not complete yet
public record Found(
        Page<Hit> hits,
        Map<Kind, Integer> byKind,
        SortedMap<Integer, Integer> byYear,
        boolean loose,
        boolean building) {

    /// A record in which something was found.
    ///
    /// @param key of its page's address: a proposal's, vote's or action item's number, a meeting's date, a member's
    /// login; of a decision its policy, item and number, of a rule its policy and item or policy and `#` with the
    /// anchor of a section of its page, with a blank between
    /// @param excerpts the places that fit best, the best first
    public record Hit(Kind kind, String key, String title, Optional<LocalDate> date, List<Excerpt> excerpts) {}

    /// A place in a record's text.
    ///
    /// @param line of the text, from 1, at which the part begins
    public record Excerpt(int line, List<Part> parts) {

        public Excerpt {
            parts = List.copyOf(parts);
        }

        /// The words without marks.
        public String words() {
            return String.join("", parts.stream().map(Part::text).toList());
        }
    }

    /// A run of an excerpt.
    ///
    /// @param hit whether it is what was looked for
    public record Part(String text, boolean hit) {}
}
