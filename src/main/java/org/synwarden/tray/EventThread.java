package org.synwarden.tray;

import java.awt.EventQueue;

/** Which side of the client may run where: what draws, on the event thread; what may block, anywhere else. */
final class EventThread {
    private EventThread() {}

    /** Fails when the caller draws from another thread. */
    static void require() {
        if (!EventQueue.isDispatchThread()) {
            throw new IllegalStateException("drawn off the event thread");
        }
    }

    /** Fails when the caller is about to block the event thread. */
    static void forbid() {
        if (EventQueue.isDispatchThread()) {
            throw new IllegalStateException("may block, called on the event thread");
        }
    }
}
