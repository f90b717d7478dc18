package org.condaforge.quorate.vote;

import java.util.List;

/// A vote of the past could not be recorded as written: every reason at once. Nothing was stored.
public class RecordRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    RecordRefused(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /// The reasons, a sentence each.
    public List<String> reasons() {
        return reasons;
    }
}
