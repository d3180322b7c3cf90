package org.synwarden.platform.linux.sockdiag;

import java.io.IOException;
import java.util.List;

/**
 * Asks one way, and another from the moment on that the first is refused. A failure that may pass (no memory, no
 * descriptor) is no refusal: it is the caller's to see, and the first way is tried again.
 */
final class EitherReader implements SocketReader {
    private final SocketReader second;
    private SocketReader chosen;

    EitherReader(SocketReader first, SocketReader second) {
        this.chosen = first;
        this.second = second;
    }

    @Override
    public List<SocketFacts> read() throws IOException {
        try {
            return chosen.read();
        } catch (DiagException e) {
            if (!e.isRefusal()) {
                throw e;
            }
            chosen = second;
            return second.read();
        }
    }
}
