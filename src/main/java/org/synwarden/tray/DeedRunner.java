package org.synwarden.tray;

import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.contract.CallerObject;

/** Carries deeds out without making the caller wait. */
@FunctionalInterface
interface DeedRunner {
    /**
     * Begins the deed and returns at once.
     *
     * @param finished called once with what became of it, on the caller's own thread of presenters
     */
    void run(Deed deed, Consumer<Outcome> finished);

    /** Whom the service takes this user for; empty where it has not said so. */
    default Optional<CallerObject> caller() {
        return Optional.empty();
    }

    /** The same, doing something after every deed. */
    default DeedRunner andThen(Runnable afterwards) {
        DeedRunner first = this;
        return new DeedRunner() {
            @Override
            public void run(Deed deed, Consumer<Outcome> finished) {
                first.run(deed, outcome -> {
                    finished.accept(outcome);
                    afterwards.run();
                });
            }

            @Override
            public Optional<CallerObject> caller() {
                return first.caller();
            }
        };
    }
}
