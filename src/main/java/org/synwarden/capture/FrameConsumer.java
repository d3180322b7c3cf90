package org.synwarden.capture;

import java.io.IOException;

/** Receives frames one after the other, on the thread that reads them. */
@FunctionalInterface
public interface FrameConsumer {
    /**
     * Takes one frame.
     *
     * @param frame a view that is good only during this call
     * @throws IOException to end the reading; passed on as it is
     */
    void accept(Frame frame) throws IOException;
}
