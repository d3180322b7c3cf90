package org.synwarden.control;

import java.io.IOException;
import java.util.Optional;

/** A service for one client that says what it is told to, and never answers. */
final class FakeService implements AutoCloseable {
    private final Transport.Listener listener;
    private volatile Optional<Transport.Connection> connection = Optional.empty();
    private volatile boolean ending;
    private volatile String greeting = "";

    FakeService(MemoryTransport transport) {
        listener = transport.listen();
        Thread thread = new Thread(this::serve, "fake-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try (Transport.Connection client = listener.accept()) {
            connection = Optional.of(client);
            for (Optional<String> heard = read(client); heard.isPresent(); heard = read(client)) {
                if (heard.get().contains("hello")) {
                    write(client, greeting);
                } else if (ending) {
                    return;
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static Optional<String> read(Transport.Connection client) throws IOException {
        return FrameCodec.read(client, FrameCodec.MAX_REQUEST_BYTES);
    }

    private static void write(Transport.Connection client, String message) throws IOException {
        byte[] frame = FrameCodec.encode(message);
        client.write(frame, 0, frame.length);
    }

    /** Answers hello with this, or says it now that the client is there. */
    void say(String message) throws IOException {
        if (connection.isPresent()) {
            write(connection.get(), message);
        } else {
            greeting = message;
        }
    }

    void endAfterNextRequest() {
        ending = true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (connection.isPresent()) {
            connection.get().close();
        }
    }
}
