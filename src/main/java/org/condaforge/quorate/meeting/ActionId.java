package org.condaforge.quorate.meeting;

/// The number of an action item: it stays while the item is carried on.
public record ActionId(long number) {}
