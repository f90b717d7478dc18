package org.condaforge.quorate.rule;

/// The announcements of a vote on one channel that the time-out route asks for.
///
/// @param start announced within 24 hours of the opening
/// @param middle announced in the middle third
/// @param end announced between 72 and 24 hours before the end
public record Notices(boolean start, boolean middle, boolean end) {

    /// Announced never.
    public static final Notices NONE = new Notices(false, false, false);

    /// Announced at all three times.
    public static final Notices ALL = new Notices(true, true, true);

    /// At how many of the three times it was announced, 0 to 3.
    public int count() {
        return (start ? 1 : 0) + (middle ? 1 : 0) + (end ? 1 : 0);
    }

    /// Whether it was announced at all three times.
    public boolean complete() {
        return equals(ALL);
    }
}
