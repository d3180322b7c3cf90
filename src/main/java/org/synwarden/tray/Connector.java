package org.synwarden.tray;

import java.io.IOException;
import org.synwarden.control.RequestException;

/** Opens connections to the service. Called by one thread at a time, never the event thread; may block. */
@FunctionalInterface
public interface Connector {
    /**
     * Connects to the running service.
     *
     * @throws IOException when no service answers; the message is one line and says what to do
     * @throws RequestException when the service turns this client away; the message says why
     */
    Watch connect() throws IOException, RequestException;
}
