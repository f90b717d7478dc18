package org.condaforge.quorate.policy;

/// The form in which a policy sets the end of a vote.
public enum Deadline {
    /// A point in time, in UTC.
    INSTANT,
    /// The end of a date in the last time zone to leave it, UTC-12.
    ANYWHERE_ON_EARTH
}
