package org.synwarden.tray;

import java.util.List;
import org.synwarden.contract.QuestionObject;
import org.synwarden.control.RequestException;

/** Reads what the user pasted, a router's log line or a port and a time. May block; never called on the event thread. */
@FunctionalInterface
public interface QuestionReader {
    /**
     * What a line asks.
     *
     * @param notes how it was read where it could be read otherwise, for people
     */
    record AsRead(QuestionObject question, List<String> notes) {
        /** Copies the list. */
        public AsRead {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads one line.
     *
     * @throws RequestException when it asks nothing; the message is one line and says what can be asked
     */
    AsRead read(String line) throws RequestException;
}
