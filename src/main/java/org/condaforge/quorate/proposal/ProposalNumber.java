package org.condaforge.quorate.proposal;

/// The number of a CFEP, from 1. Number 0 is the template and no proposal.
public record ProposalNumber(int value) implements Comparable<ProposalNumber> {

    public ProposalNumber {
        if (value < 1) {
            throw new IllegalArgumentException("a proposal's number is 1 or more, not " + value);
        }
    }

    /// As people write it: `CFEP-06`, `CFEP-26`.
    public String label() {
        return "CFEP-%02d".formatted(value);
    }

    @Override
    public int compareTo(ProposalNumber other) {
        return Integer.compare(value, other.value);
    }
}
