package org.synwarden.platform.windows.pipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.synwarden.control.Transport.Connection;
import org.synwarden.control.Transport.Listener;

/** A listening pipe of its own for a test, and threads whose results are waited for with a limit. */
final class PipeFixture implements AutoCloseable {
    private static final long LIMIT_SECONDS = 20;

    final NamedPipeTransport transport;
    final Listener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Connection> opened = new ArrayList<>();

    PipeFixture(String name) throws IOException {
        transport = new NamedPipeTransport(name, ServerCheck.NONE);
        listener = transport.listen();
    }

    /** Both ends of a new connection. */
    record Pair(Connection client, Connection server) {}

    Pair connect() throws Exception {
        Future<Connection> accepted = accept();
        Connection client = transport.connect();
        opened.add(client);
        Connection server = await(accepted);
        opened.add(server);
        return new Pair(client, server);
    }

    Future<Connection> accept() {
        return start(listener::accept);
    }

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Starts the work and returns once its thread runs. */
    <T> Future<T> startAndSee(Callable<T> work) throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        Future<T> result = threads.submit(() -> {
            running.complete(null);
            return work.call();
        });
        await(running);
        return result;
    }

    static <T> T await(Future<T> result) throws Exception {
        return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    static byte[] read(Connection connection, int length) throws IOException {
        byte[] bytes = new byte[length];
        int count = 0;
        while (count < length) {
            int part = connection.read(bytes, count, length - count);
            if (part < 0) {
                throw new IOException("the stream ended after " + count + " bytes");
            }
            count += part;
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            for (Connection connection : opened) {
                connection.close();
            }
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            threads.shutdownNow();
        }
    }
}
