package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.util.List;

/** A way to ask the kernel for the sockets of the calling thread's network namespace. One thread at a time. */
interface SocketReader {
    /**
     * Every TCP and UDP socket, IPv4 and IPv6. The kernel does not stand still meanwhile: a row that changes may
     * be missing or come twice.
     *
     * @throws IOException when the table cannot be read
     */
    List<SocketFacts> read() throws IOException;
}
