package org.synwarden.sockets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the operating system's socket table. Used by one thread at a time. */
public interface SocketTable {
    /**
     * All TCP and UDP rows, IPv4 and IPv6, as they are now.
     *
     * @throws IOException when the table cannot be read; the message says why and what to do
     */
    List<SocketRow> snapshot() throws IOException;

    /**
     * The short name of the service that made that row, for rows of a process with several; empty where the system knows
     * no such thing or does not say. Any thread, not for hot paths.
     *
     * @throws IOException when the table cannot be read
     */
    default Optional<String> service(SocketRow row) throws IOException {
        return Optional.empty();
    }
}
