package org.synwarden.control;

import java.io.IOException;

/** Where clients and the service meet: the named pipe on Windows, the Unix socket on Linux. */
public interface Transport {
    /**
     * Opens the meeting place for the service.
     *
     * @throws IOException when it cannot be opened; the message says why and what to do (another service runs, no rights)
     */
    Listener listen() throws IOException;

    /**
     * Connects to the running service, after checking that it is the service.
     *
     * @throws IOException when no service answers; the message says what to do
     */
    Connection connect() throws IOException;

    /** The service's end. {@link #close} makes a blocked {@link #accept} throw. */
    interface Listener extends AutoCloseable {
        /** Waits for the next client. */
        Connection accept() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * A stream of bytes between two processes. One thread may read while another writes; {@link #close} from any thread
     * ends both.
     */
    interface Connection extends AutoCloseable {
        /**
         * Reads at least one byte, at most {@code length}.
         *
         * @return how many, or -1 at the end
         */
        int read(byte[] buffer, int offset, int length) throws IOException;

        /** Writes all of it. */
        void write(byte[] buffer, int offset, int length) throws IOException;

        /** Who is at the other end, as the operating system says. */
        Caller caller();

        @Override
        void close() throws IOException;
    }
}
