package org.condaforge.quorate.vote;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A replay on its way: how far it is, and what it found once it is done. It goes on when its page is left.
public final class ReplayRun {

    /// Where a run is.
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    /// How far a run is.
    ///
    /// @param total how many votes there are to count
    /// @param report once it is done
    public record Progress(State state, int done, int total, Optional<ReplayReport> report) {}

    private final Yardstick yardstick;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Progress progress = new Progress(State.RUNNING, 0, 0, Optional.empty());
    private volatile boolean stopped;

    ReplayRun(Yardstick yardstick) {
        this.yardstick = yardstick;
    }

    /// What it counts by.
    public Yardstick yardstick() {
        return yardstick;
    }

    /// How far it is now.
    public Progress progress() {
        return progress;
    }

    /// Stops it after the votes it is counting; what it found so far is dropped. A run that has ended stays as it is.
    public void stop() {
        stopped = true;
    }

    /// Calls `listener` after each step and at the end, on the thread that counts.
    ///
    /// @return what forgets the listener
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Waits until it has ended, one way or another.
    public void await() throws InterruptedException {
        ended.await();
    }

    boolean isStopped() {
        return stopped;
    }

    void reached(int done, int total) {
        become(new Progress(State.RUNNING, done, total, Optional.empty()));
    }

    void end(State state, Optional<ReplayReport> report) {
        Progress last = progress;
        become(new Progress(state, last.done(), last.total(), report));
        ended.countDown();
    }

    private void become(Progress next) {
        progress = next;
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                // A page that has gone does not stop the count.
                listeners.remove(listener);
            }
        }
    }
}
