package org.synwarden.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells a meter how much was read of it. */
final class MeteredStream extends FilterInputStream {
    private final CaptureMeter meter;

    MeteredStream(InputStream stream, CaptureMeter meter) {
        super(stream);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        meter.read(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        meter.read(count);
        return count;
    }
}
