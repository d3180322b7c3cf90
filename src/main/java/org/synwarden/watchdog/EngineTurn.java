package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.engine.Engine;
import org.synwarden.observation.Observation;

/** What the engine's thread does again and again: take out what waits, judge it, tell the time. One thread. */
final class EngineTurn {
    private final Inbox inbox;
    private final Engine engine;
    private final Consumer<Observation> judged;
    private final List<Observation> batch = new ArrayList<>();

    /**
     * Turns of that engine.
     *
     * @param judged gets each observation after the engine
     */
    EngineTurn(Inbox inbox, Engine engine, Consumer<Observation> judged) {
        this.inbox = inbox;
        this.engine = engine;
        this.judged = judged;
    }

    /**
     * One turn. What found no room in the inbox is told before the time goes on: loss is not evidence.
     *
     * @param clock nanoseconds since the epoch, for all sources
     * @param millis how long to wait at most for something to judge
     * @return whether there was anything
     */
    boolean run(LongSupplier clock, long millis) throws InterruptedException {
        inbox.drainTo(batch, millis);
        long now = clock.getAsLong();
        batch.addAll(inbox.losses(now));
        for (Observation observation : batch) {
            engine.observe(observation);
            judged.accept(observation);
        }
        boolean judgedAny = !batch.isEmpty();
        batch.clear();
        engine.tick(inbox.heardUntil(now));
        return judgedAny;
    }
}
