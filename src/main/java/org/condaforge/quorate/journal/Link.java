package org.condaforge.quorate.journal;

import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.store.Sha256;

/// A place in the chain of the journal.
///
/// @param position from 1; 0 is before the first
/// @param hash SHA-256 in 64 hexadecimal digits, of the entry in its place and the hash before it
record Link(long position, String hash) {

    /// Where every chain begins.
    static final Link START = new Link(0, "0".repeat(64));

    /// What of an entry the chain holds fast: all of it.
    ///
    /// @param member the number of who did it
    record Written(
            long id, Instant at, Optional<Long> member, Act.Subject subject, Act.Audience audience, String what) {}

    /// The next place, for that entry. Every part goes in with its length, so that no two entries read the same.
    Link then(Written entry) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            String.valueOf(position + 1),
            hash,
            String.valueOf(entry.id()),
            entry.at().toString(),
            entry.member().map(String::valueOf).orElse(""),
            entry.subject().kind(),
            entry.subject().key(),
            entry.audience().name(),
            entry.what()
        }) {
            text.append(part.length()).append(':').append(part).append('\n');
        }
        return new Link(position + 1, Sha256.of(text.toString()));
    }
}
