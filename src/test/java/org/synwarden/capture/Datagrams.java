package org.synwarden.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;

/**
 * Run inside a namespace by {@link LiveCaptureLiveIT}: {@code Datagrams ADDRESS ADDRESSES COUNT} sends COUNT datagrams to
 * port 5000, by turns to that many addresses from this one on, at most some 200,000 a second. Only to 10.64.0.0/10.
 */
final class Datagrams {
    private static final int LOCAL_PORT = 40_000;
    private static final int PORT = 5_000;
    private static final int BURST = 200;
    private static final long PAUSE_NANOS = 1_000_000;

    private Datagrams() {}

    public static void main(String[] arguments) throws IOException {
        int first = ByteBuffer.wrap(InetAddress.getByName(arguments[0]).getAddress())
                .getInt();
        int addresses = Integer.parseInt(arguments[1]);
        if (first >>> 22 != 0x0A400000 >>> 22) {
            throw new IllegalArgumentException(arguments[0] + " is not in the lab");
        }
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(new InetSocketAddress(LOCAL_PORT));
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                byte[] address =
                        ByteBuffer.allocate(4).putInt(first + i % addresses).array();
                channel.send(
                        ByteBuffer.wrap(new byte[100]), new InetSocketAddress(InetAddress.getByAddress(address), PORT));
                if (i % BURST == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }
}
