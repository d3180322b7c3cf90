package org.synwarden.tray;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A second start of the tray, which shows the window of the first. Called by whoever keeps the second from
 * running: the launcher of Windows (installer/launcher, tray.c), and the command {@code tray} on other systems. Any thread.
 */
public final class SecondStart {
    private static final AtomicReference<Runnable> HEARER = new AtomicReference<>(() -> {});

    private SecondStart() {}

    /** Who hears of it from now on. */
    static void tell(Runnable hearer) {
        HEARER.set(hearer);
    }

    /** It has happened; by this name and form the launcher knows it. */
    public static void happened() {
        HEARER.get().run();
    }
}
