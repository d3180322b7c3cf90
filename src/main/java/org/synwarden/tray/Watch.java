package org.synwarden.tray;

import java.util.function.Consumer;
import org.synwarden.contract.Rows;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/** One open connection to the service, as the client needs it. Any thread. */
public interface Watch extends AutoCloseable {
    /** What can be asked; calls may block and are never made on the event thread. */
    Requests requests();

    /** A topic that is followed over this connection. */
    interface Following {
        /** Has it told at that interval from now on, in milliseconds, and what is new by now at once. */
        void every(int intervalMillis) throws RequestException;

        /** Nothing is told of it from now on; does not wait. */
        void end();
    }

    /**
     * Follows a topic until this connection closes: the whole is told first, then what changes.
     *
     * @param topic "incidents", "sockets", "packets", "rules" or "rates"
     * @param intervalMillis shortest time between two messages
     * @param receiver called on a thread of the connection, one message at a time, in order
     */
    Following subscribe(String topic, int intervalMillis, Consumer<Rows> receiver) throws RequestException;

    /** Ends the connection; a second time does nothing. */
    @Override
    void close();
}
