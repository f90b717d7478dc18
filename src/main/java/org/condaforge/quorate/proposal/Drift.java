package org.condaforge.quorate.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the record, a proposal's file and the index say different things.
final class Drift {

    private Drift() {}

    static List<String> of(Status status, Optional<String> fileStatus, Optional<Status> indexStatus) {
        List<String> found = new ArrayList<>();
        fileStatus
                .filter(word -> Status.of(word).filter(status::equals).isEmpty())
                .filter(word -> status != Status.UNKNOWN)
                .ifPresent(word -> found.add("The record says %s, the file says %s.".formatted(status.label(), word)));
        // An implemented proposal rightly stays on the index's list of accepted ones.
        indexStatus
                .filter(listed -> listed != status && status != Status.IMPLEMENTED)
                .ifPresent(listed -> found.add(
                        "The index lists it as %s, the record says %s.".formatted(listed.label(), status.label())));
        return found;
    }
}
