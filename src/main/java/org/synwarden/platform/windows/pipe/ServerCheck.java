package org.synwarden.platform.windows.pipe;

import java.io.IOException;

/** Decides whether the process behind a pipe is the one it should be. Any thread. */
@FunctionalInterface
public interface ServerCheck {
    /** Trusts any server: for portable use, where the server is a process of the same user. */
    ServerCheck NONE = pid -> {};

    /**
     * Returns if that process may serve the pipe.
     *
     * @param pid the server's process id as Windows says; 0 when it does not say
     * @throws IOException when it may not; the message says so and what to do
     */
    void check(int pid) throws IOException;
}
