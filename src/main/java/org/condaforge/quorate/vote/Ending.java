package org.condaforge.quorate.vote;

/// How a vote came to its end in this application.
public enum Ending {
    /// Its deadline came.
    DEADLINE,
    /// It would pass and its minimum period was over, under an item that lets a vote close early.
    EARLY,
    /// It was overdue, and its time-out date came.
    DATE,
    /// Its time-out was declared by one core member and verified by another.
    VERIFIED,
    /// It was overdue, and nobody confirmed a date, or declared and verified the time-out, in time.
    LAPSE
}
