package org.synwarden.platform.windows.pipe;

import java.io.IOException;

/** Decides whether the process behind a pipe is the one it should be. Any thread. */
@FunctionalInterface
public interface ServerCheck {
    /** Trusts any server: for portable use, where the server is a process of the same user. */
    ServerCheck NONE = server -> {};

    /**
     * Returns if that one may serve the pipe.
     *
     * @throws IOException when it may not; the message says so and what to do
     */
    void check(PipeServer server) throws IOException;
}
