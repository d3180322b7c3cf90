package org.synwarden.tray;

import java.util.function.Consumer;
import org.synwarden.contract.Rows;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/** One open connection to the service, as the client needs it. Any thread. */
public interface Watch extends AutoCloseable {
    /** What can be asked; calls may block and are never made on the event thread. */
    Requests requests();

    /**
     * Follows a topic until this connection closes.
     *
     * @param topic "incidents" or "sockets"
     * @param intervalMillis shortest time between two messages
     * @param receiver called on a thread of the connection, one message at a time, in order
     */
    void subscribe(String topic, int intervalMillis, Consumer<Rows> receiver) throws RequestException;

    /** Ends the connection; a second time does nothing. */
    @Override
    void close();
}
