package org.condaforge.quorate.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// A clock that stands still at the instant it was set to, or runs from there.
public final class MutableClock extends Clock {

    /// Where every test begins: a Monday morning, two days before a meeting of the usual schedule.
    public static final Instant START = Instant.parse("2026-03-02T09:00:00.123456Z");

    private volatile Supplier<Instant> now = () -> START;

    /// Stands still at that instant.
    public void set(Instant instant) {
        now = () -> instant;
    }

    /// Stands still so much later.
    public void advance(Duration by) {
        set(instant().plus(by));
    }

    /// Runs as time does, beginning at that instant.
    public void runFrom(Instant instant) {
        long start = System.nanoTime();
        now = () -> instant.plusNanos(System.nanoTime() - start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("everything is in UTC");
    }
}
