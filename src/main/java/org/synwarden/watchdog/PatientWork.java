package org.synwarden.watchdog;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work for which nobody waits, done one after the other on the thread that runs this. So much may wait at once; what finds
 * no room is left out and counted.
 */
final class PatientWork<T> implements Runnable {
    /** Does one piece; may rest meanwhile. */
    interface Worker<T> {
        void work(T piece) throws InterruptedException;
    }

    private final BlockingQueue<T> waiting;
    private final Worker<T> worker;
    private final AtomicLong leftOut = new AtomicLong();

    /** Nothing waits yet. */
    PatientWork(int bound, Worker<T> worker) {
        waiting = new ArrayBlockingQueue<>(bound);
        this.worker = worker;
    }

    /** Wants that done; never waits. Any thread. */
    void want(T piece) {
        if (!waiting.offer(piece)) {
            leftOut.incrementAndGet();
        }
    }

    /** How many pieces found no room. */
    long leftOut() {
        return leftOut.get();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                worker.work(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    /** Does what waits, and returns. */
    void doWaiting() throws InterruptedException {
        for (T next = waiting.poll(); next != null; next = waiting.poll()) {
            worker.work(next);
        }
    }
}
