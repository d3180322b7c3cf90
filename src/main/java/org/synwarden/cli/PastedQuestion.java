package org.synwarden.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.synwarden.control.RequestException;
import org.synwarden.history.Circumstances;
import org.synwarden.history.LogLineException;
import org.synwarden.history.Reading;
import org.synwarden.history.RouterLine;
import org.synwarden.tray.QuestionReader;
import org.synwarden.watchdog.PastObjects;

/** Reads what is pasted into the window as {@code synwarden who} does, in this PC's zone and by its clock. Any thread. */
final class PastedQuestion implements QuestionReader {
    @Override
    public QuestionReader.AsRead read(String line) throws RequestException {
        try {
            Circumstances here = new Circumstances(
                    Instant.now(), ZoneId.systemDefault(), Duration.ZERO, ThisHost.addresses(), Optional.empty());
            Reading reading = Reading.of(RouterLine.parse(line), here);
            return new QuestionReader.AsRead(PastObjects.question(reading.question()), reading.notes());
        } catch (LogLineException e) {
            throw new RequestException(RequestException.Code.MALFORMED, e.getMessage(), e);
        }
    }
}
