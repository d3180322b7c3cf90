package org.synwarden.control;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Clients and service of one test meet in memory. A connection holds 4 KiB on its way, as a small pipe does. */
public final class MemoryTransport implements Transport {
    public static final Caller ADMINISTRATOR = new Caller("root", "0", Caller.Logon.INTERACTIVE, false, true, 1);
    public static final Caller USER = user("zoe", "1000");

    /** A user at the desk. */
    static Caller user(String name, String id) {
        return new Caller(name, id, Caller.Logon.INTERACTIVE, false, false, 2);
    }

    private final BlockingQueue<End> arriving = new LinkedBlockingQueue<>();
    private volatile Caller nextCaller = ADMINISTRATOR;

    /** Who the clients are that connect from now on. */
    public void connectAs(Caller caller) {
        nextCaller = caller;
    }

    @Override
    public Listener listen() {
        return new Listener() {
            private volatile boolean closed;

            @Override
            public Connection accept() throws IOException {
                End end = uninterrupted(arriving::take);
                if (closed) {
                    throw new IOException("closed");
                }
                return end;
            }

            @Override
            public void close() {
                closed = true;
                arriving.add(new End(new Pipe(), new Pipe(), ADMINISTRATOR));
            }
        };
    }

    @Override
    public Connection connect() {
        Pipe up = new Pipe();
        Pipe down = new Pipe();
        arriving.add(new End(up, down, nextCaller));
        return new End(down, up, ADMINISTRATOR);
    }

    private interface Waiting<T> {
        T get() throws InterruptedException;
    }

    private static <T> T uninterrupted(Waiting<T> waiting) throws IOException {
        try {
            return waiting.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** One end; like Windows' pipes it does not know who is at the other before something was read. */
    private static final class End implements Connection {
        private final Pipe in;
        private final Pipe out;
        private final Caller peer;
        private volatile boolean heard;

        private End(Pipe in, Pipe out, Caller peer) {
            this.in = in;
            this.out = out;
            this.peer = peer;
        }

        @Override
        public Caller caller() {
            return heard ? peer : Caller.NOBODY;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = uninterrupted(() -> in.read(buffer, offset, length));
            heard = true;
            return got;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at += Pipe.PIECE) {
                byte[] piece = Arrays.copyOfRange(buffer, at, Math.min(offset + length, at + Pipe.PIECE));
                if (!uninterrupted(() -> out.write(piece))) {
                    throw new IOException("broken pipe");
                }
            }
        }

        @Override
        public void close() {
            in.close();
            out.close();
        }
    }

    private static final class Pipe {
        static final int PIECE = 1024;
        private static final int PIECES = 4;

        private final Deque<byte[]> pieces = new ArrayDeque<>();
        private boolean closed;

        synchronized int read(byte[] buffer, int offset, int length) throws InterruptedException {
            while (pieces.isEmpty() && !closed) {
                wait();
            }
            if (pieces.isEmpty()) {
                return -1;
            }
            byte[] piece = pieces.remove();
            int got = Math.min(length, piece.length);
            System.arraycopy(piece, 0, buffer, offset, got);
            if (got < piece.length) {
                pieces.addFirst(Arrays.copyOfRange(piece, got, piece.length));
            }
            notifyAll();
            return got;
        }

        synchronized boolean write(byte[] piece) throws InterruptedException {
            while (pieces.size() >= PIECES && !closed) {
                wait();
            }
            if (!closed) {
                pieces.add(piece);
                notifyAll();
            }
            return !closed;
        }

        synchronized void close() {
            closed = true;
            notifyAll();
        }
    }
}
