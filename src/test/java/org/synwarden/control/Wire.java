package org.synwarden.control;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that says what no decent client says, byte by byte, and reads only when told to. */
final class Wire implements AutoCloseable {
    static final String END = "the end of the connection";
    static final String HELLO = "{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"test\"}";

    private final Transport.Connection connection;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    Wire(Transport transport) throws IOException {
        connection = transport.connect();
    }

    /** One that has said hello and heard the answer. */
    static Wire greeted(Transport transport) throws Exception {
        Wire wire = new Wire(transport).listening();
        wire.say(HELLO);
        if (!wire.hear().contains("hello")) {
            throw new AssertionError("no hello");
        }
        return wire;
    }

    Wire listening() {
        Thread reader = new Thread(this::readAll, "wire");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private void readAll() {
        try {
            for (Optional<String> frame = read(); frame.isPresent(); frame = read()) {
                heard.add(frame.get());
            }
        } catch (IOException broken) {
            // Linux resets a socket that is closed while bytes of this side wait in it unread: an end like any other.
            if (!String.valueOf(broken.getMessage()).contains("Connection reset")) {
                heard.add("broken: " + broken.getMessage());
            }
        }
        heard.add(END);
    }

    private Optional<String> read() throws IOException {
        return FrameCodec.read(connection, FrameCodec.MAX_BYTES);
    }

    /** Reads that many bytes, or all that come before the connection ends. For a wire that does not listen. */
    byte[] take(int length) throws IOException {
        byte[] bytes = new byte[length];
        int taken = 0;
        for (int got = 0; got >= 0 && taken < length; taken += Math.max(0, got)) {
            got = connection.read(bytes, taken, length - taken);
        }
        return Arrays.copyOf(bytes, taken);
    }

    void say(String message) throws IOException {
        send(FrameCodec.encode(message));
    }

    void send(byte[] bytes) throws IOException {
        connection.write(bytes, 0, bytes.length);
    }

    /** The next message, or {@link #END}. */
    String hear() throws InterruptedException {
        return Optional.ofNullable(heard.poll(5, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing was heard within 5 s"));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
