package org.synwarden.tray;

import java.time.Duration;
import java.util.Optional;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;

/**
 * Lets a program make no noise for a while.
 *
 * @param path full path of its image
 * @param time an hour or a day
 */
record Snooze(String path, Duration time) implements Deed {
    @Override
    public String question(Texts texts) {
        return texts.of("snooze.question", name(), time.toHours());
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("snooze.consent");
    }

    @Override
    public String done(Texts texts) {
        return texts.of("snooze.done", name(), time.toHours());
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        requests.snooze(new SnoozeOrder(path, time));
        return Optional.empty();
    }

    private String name() {
        return ForeignText.shorten(Headline.fileName(path), ForeignText.NAME_LIMIT);
    }
}
