package org.synwarden.service;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.IncidentObject;
import org.synwarden.tray.Balloon;
import org.synwarden.tray.BalloonPolicy;

/**
 * What one session is told of: one box at a time, as seldom as balloons come; what comes while one is open shares the next.
 * At most {@value #BOUND} incidents wait; one more is left out and logged. Used by one thread.
 */
final class SessionBox {
    static final int BOUND = 64;

    private static final Logger LOG = LoggerFactory.getLogger(SessionBox.class);

    private final BalloonPolicy policy;
    private final Consumer<IncidentObject> leftOut;
    private int waiting;
    private volatile boolean open;

    /**
     * Nothing told yet.
     *
     * @param leftOut hears of incidents for which there is no room
     */
    SessionBox(BalloonPolicy policy, Consumer<IncidentObject> leftOut) {
        this.policy = policy;
        this.leftOut = leftOut;
    }

    void raised(IncidentObject incident) {
        if (waiting == BOUND) {
            leftOut.accept(incident);
            return;
        }
        policy.raised(incident);
        waiting++;
    }

    boolean isWaiting() {
        return waiting > 0;
    }

    /** Whether neither a box is open nor anything waits for one. */
    boolean isIdle() {
        return !open && waiting == 0;
    }

    /**
     * Opens a box, if one is due and none is open.
     *
     * @param now of a monotonic clock
     * @param threads runs what waits until the user has closed the box
     */
    void open(long now, Executor threads, Shower shower) {
        if (open) {
            return;
        }
        policy.due(now).ifPresent(balloon -> {
            waiting = 0;
            open = true;
            threads.execute(() -> show(balloon, shower));
        });
    }

    /** Shows a text in this session, and waits until it is closed. */
    @FunctionalInterface
    interface Shower {
        void show(String title, String body) throws IOException;
    }

    private void show(Balloon balloon, Shower shower) {
        try {
            shower.show(balloon.title(), balloon.body());
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.warn("An incident is told of in the log only: {}", e.toString());
        } finally {
            open = false;
        }
    }
}
