package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.synwarden.engine.Engine;
import org.synwarden.observation.Observation;

/** What the engine's thread does again and again: take out what waits, judge it, tell the time. One thread. */
final class EngineTurn {
    private final Inbox inbox;
    private final Engine engine;
    private final LossCounters losses;
    private final List<Observation> batch = new ArrayList<>();

    EngineTurn(Inbox inbox, Engine engine, LossCounters losses) {
        this.inbox = inbox;
        this.engine = engine;
        this.losses = losses;
    }

    /**
     * One turn. What found no room in the inbox is told before the time goes on: loss is not evidence.
     *
     * @param clock nanoseconds since the epoch, for all sources
     * @param millis how long to wait at most for something to judge
     */
    void run(LongSupplier clock, long millis) throws InterruptedException {
        inbox.drainTo(batch, millis);
        long now = clock.getAsLong();
        batch.addAll(inbox.losses(now));
        for (Observation observation : batch) {
            engine.observe(observation);
            losses.count(observation);
        }
        batch.clear();
        engine.tick(inbox.heardUntil(now));
    }
}
