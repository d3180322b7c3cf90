package org.synwarden.tray;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A second start of the tray, which shows the window of the first. Called by the launcher of Windows (installer/launcher,
 * tray.c), which keeps the second from running; on other systems by nobody. Any thread.
 */
final class SecondStart {
    private static final AtomicReference<Runnable> HEARER = new AtomicReference<>(() -> {});

    private SecondStart() {}

    /** Who hears of it from now on. */
    static void tell(Runnable hearer) {
        HEARER.set(hearer);
    }

    /** It has happened; by this name and form the launcher knows it. */
    static void happened() {
        HEARER.get().run();
    }
}
