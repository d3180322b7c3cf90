package org.synwarden.capture;

import java.io.IOException;

/** The bytes of a capture stop making sense; what was read before stands. Never leaves this package. */
final class DamageException extends IOException {
    private static final long serialVersionUID = 1;

    private final long offset;

    DamageException(long offset, String reason, Throwable cause) {
        super(reason, cause);
        this.offset = offset;
    }

    /** Where the record begins that cannot be read, in bytes from the start of the (unpacked) capture. */
    long offset() {
        return offset;
    }
}
