package org.synwarden.watchdog;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.LeastRecentSlots;
import org.synwarden.attempt.LongSlots;
import org.synwarden.attempt.Outcome;
import org.synwarden.capture.PacketRing;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;

/**
 * Who opened the flows of the packets that are kept, how sure that is, and what became of the attempt: the latest one of
 * each flow, as many flows as packets at most; the one unused for longest makes room. Flat, since every attempt is noted.
 * Written on the engine's thread, read from any.
 */
final class KnownFlows {
    /** How many flows are remembered. */
    static final int BOUND = PacketRing.BOUND;

    /** So much earlier than its attempt a packet of it may seem to be: sources may be that far apart. */
    private static final long DISORDER = TimeUnit.MILLISECONDS.toNanos(500);

    private static final Attribution[] ATTRIBUTIONS = Attribution.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ProcessKey NOBODY = new ProcessKey(0, 0);

    private final LeastRecentSlots flows = new LeastRecentSlots(BOUND);
    private ProcessKey[] initiators = {};
    private byte[] attributions = {};
    private byte[] outcomes = {};
    private long[] began = {};

    /**
     * What is known of a flow.
     *
     * @param initiator who opened it; empty where that is not known, or another host did
     */
    record Known(Optional<ProcessKey> initiator, Attribution attribution, Outcome outcome) {}

    /** An attempt began, or more is known of it. One whose local port is not known yet is not noted. */
    synchronized void note(Attempt attempt) {
        if (attempt.localPort() == 0) {
            return;
        }
        long flow = attempt.flow().fingerprint();
        int slot = flows.find(flow);
        if (slot == LongSlots.NONE) {
            slot = flows.add(flow);
            makeRoom();
        }
        initiators[slot] = attempt.initiator().process().orElse(NOBODY);
        attributions[slot] = (byte) attempt.attribution().ordinal();
        outcomes[slot] = (byte) attempt.outcome().ordinal();
        began[slot] = attempt.began();
    }

    private void makeRoom() {
        int capacity = flows.capacity();
        if (initiators.length < capacity) {
            initiators = Arrays.copyOf(initiators, capacity);
            attributions = Arrays.copyOf(attributions, capacity);
            outcomes = Arrays.copyOf(outcomes, capacity);
            began = Arrays.copyOf(began, capacity);
        }
    }

    /**
     * What is known of the flow that a packet belongs to.
     *
     * @param flow as either end sees it
     * @param at when the packet was captured: one from before the attempt belonged to another
     */
    synchronized Optional<Known> of(Flow flow, long at) {
        int slot = flows.find(flow.fingerprint());
        slot = slot == LongSlots.NONE ? flows.find(flow.reversed().fingerprint()) : slot;
        if (slot == LongSlots.NONE || at < began[slot] - DISORDER) {
            return Optional.empty();
        }
        Optional<ProcessKey> initiator = Optional.of(initiators[slot]).filter(key -> !key.equals(NOBODY));
        return Optional.of(new Known(initiator, ATTRIBUTIONS[attributions[slot]], OUTCOMES[outcomes[slot]]));
    }
}
