package org.condaforge.quorate.vote;

/// Names a vote; the number in its address.
public record VoteId(long number) {}
