package org.condaforge.quorate.api;

import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.proposal.Discussion;

/// A place in the minutes where a proposal was spoken of.
record DiscussionAnswer(LocalDate date, String item, String excerpt) {

    static List<DiscussionAnswer> all(List<Discussion> discussions) {
        return discussions.stream()
                .map(d -> new DiscussionAnswer(d.date(), d.item(), d.excerpt()))
                .toList();
    }
}
