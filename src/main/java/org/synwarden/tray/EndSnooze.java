package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Lets a program be heard again before its time.
 *
 * @param name of the program
 */
record EndSnooze(String snoozeId, String name) implements Deed {
    @Override
    public String question(Texts texts) {
        return texts.of("end-snooze.question", name);
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("end-snooze.consent");
    }

    @Override
    public String done(Texts texts) {
        return texts.of("end-snooze.done", name);
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        requests.endSnooze(snoozeId);
        return Optional.empty();
    }
}
