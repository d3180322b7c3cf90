package org.synwarden.sockets;

import java.io.IOException;
import java.util.List;

/** Reads the operating system's socket table. Used by one thread at a time. */
public interface SocketTable {
    /**
     * All TCP and UDP rows, IPv4 and IPv6, as they are now.
     *
     * @throws IOException when the table cannot be read; the message says why and what to do
     */
    List<SocketRow> snapshot() throws IOException;
}
