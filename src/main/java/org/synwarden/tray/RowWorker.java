package org.synwarden.tray;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sorts and filters rows on a thread of its own, one task after another. At most {@value #WAITING} tasks wait; a further
 * one is done by whoever brings it, for none may be left out and none waits for anything. Any thread.
 */
final class RowWorker implements Executor, AutoCloseable {
    /** How many tasks may wait for their turn. */
    static final int WAITING = 64;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new DaemonThread("tray-rows"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    @Override
    public void execute(Runnable task) {
        worker.execute(task);
    }

    /** Takes no more. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
