package org.synwarden.tray;

import java.awt.EventQueue;

/** Draws once however many things have changed. Event thread. */
final class Redraw {
    private final Runnable drawing;
    private boolean pending;
    private boolean ended;

    /**
     * Nothing to draw yet.
     *
     * @param drawing draws everything as it is then
     */
    Redraw(Runnable drawing) {
        this.drawing = drawing;
    }

    /** After all that waits for the event thread by now. */
    void soon() {
        if (!pending) {
            pending = true;
            EventQueue.invokeLater(this::now);
        }
    }

    void now() {
        EventThread.require();
        pending = false;
        if (!ended) {
            drawing.run();
        }
    }

    /** From now on nothing is drawn. */
    void end() {
        ended = true;
    }
}
