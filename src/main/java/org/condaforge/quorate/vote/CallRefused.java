package org.condaforge.quorate.vote;

import java.util.List;

/// A vote could not be called as asked: every reason at once. Nothing was stored.
public class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    CallRefused(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /// The reasons, a sentence each.
    public List<String> reasons() {
        return reasons;
    }
}
