package org.synwarden.control;

import java.io.IOException;

/** Bytes that are no frame. The connection they came by has to end; no other is touched. */
final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedFrameException(String message) {
        super(message);
    }
}
