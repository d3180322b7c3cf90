package org.synwarden.respond;

import org.synwarden.process.ProcessKey;

/** Ends processes. Any thread. */
public interface ProcessControl {
    /**
     * Ends exactly the instance that the key names. The system's handle is opened first, the start token (and the image
     * path, when one is given) is checked through that handle, and that handle is what is ended: a pid that has been
     * reused in between survives.
     *
     * @param key which instance; a start token of 0 is refused
     * @param expectedPath the image path that the user saw, or empty when none was known
     * @throws ResponseException when it was not ended: gone, another instance, no rights, or never to be killed
     */
    void kill(ProcessKey key, String expectedPath) throws ResponseException;
}
