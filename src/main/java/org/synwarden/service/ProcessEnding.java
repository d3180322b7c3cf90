package org.synwarden.service;

import java.time.Duration;

/** The end of this process. */
enum ProcessEnding implements FatalErrors.Ending {
    /** The one there is. */
    THIS;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int FAILED = 1;

    @Override
    public void haltSoon() {
        Thread waiting = new Thread(ProcessEnding::haltLater, "halt");
        waiting.setDaemon(true);
        waiting.start();
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(FAILED);
    }

    @Override
    public void exit() {
        System.exit(FAILED);
    }
}
