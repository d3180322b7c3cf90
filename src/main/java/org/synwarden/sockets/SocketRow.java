package org.synwarden.sockets;

import java.util.Optional;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;

/**
 * One row of the socket table.
 *
 * @param flow both ends; the remote end is the unspecified address and port 0 where there is none
 * @param state where the connection stands
 * @param owner the process that owns the socket, when the system says so (TIME_WAIT rows have none)
 */
public record SocketRow(Flow flow, SocketState state, Optional<ProcessKey> owner) {}
