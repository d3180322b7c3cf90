package org.synwarden.respond;

import java.util.Optional;
import org.synwarden.process.ProcessKey;

/**
 * Ends, suspends and resumes processes. The system's handle is opened first, the start token (and the image path, when
 * one is given) is checked through that handle, and that handle is what is acted on: a pid that has been reused in
 * between is left alone. What may never be ended may not be suspended either. Any thread.
 */
public interface ProcessControl {
    /**
     * Why whatever has that pid is left alone, whoever asks and whatever it is, in one line that says what to do instead;
     * empty when it has to be looked at first, as most have.
     */
    default Optional<String> refusal(int pid) {
        return Optional.empty();
    }

    /**
     * Ends exactly the instance that the key names, and returns when it has ended.
     *
     * @param key which instance; a start token of 0 is refused
     * @param expectedPath the image path that the user saw, or empty when none was known
     * @throws ResponseException when it was not ended: gone, another instance, no rights, or never to be ended
     */
    void kill(ProcessKey key, String expectedPath) throws ResponseException;

    /**
     * Stops that instance where it is, until it is resumed. Its connections stay open. Suspended twice it is as suspended as
     * once.
     *
     * @throws ResponseException as for {@link #kill}
     */
    void suspend(ProcessKey key, String expectedPath) throws ResponseException;

    /**
     * Lets that instance go on, however often it was suspended.
     *
     * @throws ResponseException as for {@link #kill}
     */
    void resume(ProcessKey key, String expectedPath) throws ResponseException;
}
