package org.condaforge.quorate.vote;

import java.util.List;

/// A vote could not be called as asked: every reason at once. Nothing was stored.
public class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    CallRefused(List<Finding> findings) {
        super(String.join(" ", findings.stream().map(Finding::sentence).toList()));
        this.findings = List.copyOf(findings);
    }

    /// What forbids it.
    public List<Finding> findings() {
        return findings;
    }

    /// The reasons, a sentence each.
    public List<String> reasons() {
        return findings.stream().map(Finding::sentence).toList();
    }
}
