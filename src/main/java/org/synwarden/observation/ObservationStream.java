package org.synwarden.observation;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An evidence source that speaks by itself, on a thread of its own. It is started once and closed once; both from one
 * thread.
 */
public interface ObservationStream extends AutoCloseable {
    /**
     * Begins to observe.
     *
     * @param observer is called on the stream's own threads, one at a time, in the order of the observations' time; while it does not
     *     return, the system's buffers fill, and what does not fit in them is told as
     *     {@link Observation.EventsLost}. What it throws ends the stream
     * @throws IOException when nothing can be observed; its message is one line for people, and nothing is left behind
     */
    void start(Consumer<Observation> observer) throws IOException;

    /**
     * Whether {@link Observation.ShareRequested} is wanted now, too; where the system cannot tell, nothing happens. At first
     * it is not. On the thread that starts and closes.
     */
    default void followShares(boolean wanted) {}

    /** Why the stream has ended without being closed, one line for people; empty while it has not. Any thread. */
    Optional<String> failure();

    /** Ends it within 2 s; nothing is observed afterwards, and nothing is left in the system. */
    @Override
    void close();
}
