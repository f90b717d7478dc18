package org.condaforge.quorate.source;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A run on its way: how far it is, and what it found once it is done. It goes on when its page is left.
public final class ImportRun {

    /// Where a run is.
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /// How far a run is.
    ///
    /// @param step what it does now, in a few words
    /// @param done how many files are read
    /// @param total how many files there are to read; 0 while that is not known
    /// @param report once it is done
    /// @param failure why it ended early, a sentence
    public record Progress(
            State state, String step, int done, int total, Optional<ImportReport> report, Optional<String> failure) {}

    private final long id;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Progress progress =
            new Progress(State.RUNNING, "Looking for files", 0, 0, Optional.empty(), Optional.empty());

    ImportRun(long id) {
        this.id = id;
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// How far it is now.
    public Progress progress() {
        return progress;
    }

    /// Calls `listener` after each step and at the end, on the thread that reads.
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

    void reached(String step, int done, int total) {
        become(new Progress(State.RUNNING, step, done, total, Optional.empty(), Optional.empty()));
    }

    void done(ImportReport report) {
        int total = progress.total();
        become(new Progress(State.DONE, "Done", total, total, Optional.of(report), Optional.empty()));
        ended.countDown();
    }

    void failed(String why) {
        Progress last = progress;
        become(new Progress(State.FAILED, "Failed", last.done(), last.total(), Optional.empty(), Optional.of(why)));
        ended.countDown();
    }

    private void become(Progress next) {
        progress = next;
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                // A page that has gone does not stop the run.
                listeners.remove(listener);
            }
        }
    }
}
