package org.synwarden.control;

/** Runs tasks later; tests hold its time in their hands. Any thread may call it. */
interface Scheduler extends AutoCloseable {
    /**
     * Runs the task again and again, first after one interval.
     *
     * @return what ends that; running it twice does no harm
     */
    Runnable every(long millis, Runnable task);

    /**
     * Runs the task once.
     *
     * @return what calls it off
     */
    Runnable after(long millis, Runnable task);

    /** Ends all tasks; one that runs now is interrupted. */
    @Override
    void close();
}
