package org.condaforge.quorate.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at a failed start what is wrong with the pages, in place of a stack trace.
final class InvalidPolicyPageAnalyzer extends AbstractFailureAnalyzer<InvalidPolicyPage> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPolicyPage cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the pages, or name others with the property quorate.policy; docs/governance/README.md says how"
                        + " a page is written.",
                cause);
    }
}
