package org.condaforge.quorate.proposal;

import java.time.LocalDate;

/// A place in the minutes where a proposal was spoken of: the meeting's date, the item it stands in and the
/// words around it.
public record Discussion(LocalDate date, String meeting, String item, String excerpt) {}
