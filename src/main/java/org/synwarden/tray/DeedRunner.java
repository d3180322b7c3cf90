package org.synwarden.tray;

import java.util.function.Consumer;

/** Carries deeds out without making the caller wait. */
@FunctionalInterface
interface DeedRunner {
    /**
     * Begins the deed and returns at once.
     *
     * @param finished called once with what became of it, on the caller's own thread of presenters
     */
    void run(Deed deed, Consumer<Outcome> finished);
}
