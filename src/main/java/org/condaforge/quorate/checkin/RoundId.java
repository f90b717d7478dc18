package org.condaforge.quorate.checkin;

/// The number of a round, as in its address.
public record RoundId(long number) {}
