package org.synwarden.tray;

import java.util.Optional;

/**
 * Starting the service from the window, which an administrator does: offered while the service does not run, until it is
 * there. Presenters' thread.
 */
final class ServiceStart {
    private final Texts texts;
    private final DesktopWorker desktop;
    private final Runnable changed;
    private boolean waiting;
    private Optional<String> outcome = Optional.empty();

    /**
     * Nothing begun.
     *
     * @param changed called whenever there is something else to be told
     */
    ServiceStart(Texts texts, DesktopWorker desktop, Runnable changed) {
        this.texts = texts;
        this.desktop = desktop;
        this.changed = changed;
    }

    /** Whether it is offered now. */
    boolean isOffered(LinkState link) {
        return !waiting && link.isStartable();
    }

    /** What is told of it now; empty where there is nothing to tell, or the service is there. */
    Optional<String> told(LinkState link) {
        if (link.isConnected()) {
            outcome = Optional.empty();
            return Optional.empty();
        }
        return waiting ? Optional.of(texts.of("start.waiting")) : outcome;
    }

    /** The user wants it; a second time while that is under way is nothing. */
    void begin() {
        if (waiting) {
            return;
        }
        waiting = true;
        outcome = Optional.empty();
        desktop.asAdministrator(AdministratorTask.startService(), refusal -> {
            waiting = false;
            outcome = Optional.of(refusal.map(DesktopWorker.Refusal::why).orElseGet(() -> texts.of("start.done")));
            changed.run();
        });
        changed.run();
    }
}
