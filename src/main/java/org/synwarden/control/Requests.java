package org.synwarden.control;

import java.util.List;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;

/**
 * What can be asked of the watchdog: answered by the watchdog itself in the service, and by a client that
 * carries the question there. Any thread; calls may block until the answer is there.
 */
public interface Requests extends ResponseRequests {
    /** How the watchdog is. */
    StatusObject status() throws RequestException;

    /** The live socket table, with its processes. */
    List<SocketObject> sockets() throws RequestException;

    /** Incidents that are open or were closed since the start, newest first, at most 256. */
    List<IncidentObject> incidents() throws RequestException;
}
