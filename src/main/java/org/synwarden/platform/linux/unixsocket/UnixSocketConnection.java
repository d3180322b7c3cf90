package org.synwarden.platform.linux.unixsocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.synwarden.control.Caller;
import org.synwarden.control.Transport;

/** A connected Unix socket. Large writes go in pieces: the JDK copies each into memory outside the heap. */
final class UnixSocketConnection implements Transport.Connection {
    private static final int PIECE = 64 << 10;

    private final SocketChannel channel;
    private final Caller caller;

    UnixSocketConnection(SocketChannel channel, Caller caller) {
        this.channel = channel;
        this.caller = caller;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(buffer, offset, Math.min(length, PIECE)));
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        int end = offset + length;
        for (int at = offset; at < end; ) {
            at += channel.write(ByteBuffer.wrap(buffer, at, Math.min(end - at, PIECE)));
        }
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
