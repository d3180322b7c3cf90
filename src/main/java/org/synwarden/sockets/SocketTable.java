package org.synwarden.sockets;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the operating system's socket table. Used by one thread at a time. */
public interface SocketTable {
    /**
     * All TCP and UDP rows, IPv4 and IPv6, as they are now.
     *
     * @throws IOException when the table cannot be read; the message says why and what to do
     */
    List<SocketRow> snapshot() throws IOException;

    /**
     * The short names of the services that made those rows, for rows of processes with several; a row is not in it where
     * the system knows no such thing or does not say, or where too much was asked at once: then another time. Any thread,
     * once for a listing, not for hot paths.
     *
     * @throws IOException when the table cannot be read
     */
    default Map<SocketRow, String> services(Collection<SocketRow> rows) throws IOException {
        return Map.of();
    }
}
