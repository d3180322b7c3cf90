package org.synwarden.platform.windows.pipe;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.synwarden.control.Caller;
import org.synwarden.control.Transport.Connection;
import org.synwarden.platform.windows.bindings.KernelIo;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/**
 * One end of a connected pipe. What was written before {@link #close} still reaches the other end. Everything that uses
 * the handle holds {@code lifetime} for reading; closing sets an event that calls blocked operations off, and frees the
 * handle when it holds {@code lifetime} for writing: by then nobody is inside any more.
 */
final class PipeConnection implements Connection {
    private static final int CHUNK = 64 * 1024;

    private final OwnedHandle pipe;
    private final Function<HANDLE, PipePeer> identify;
    private final Runnable afterClose;
    private final OwnedHandle closing;
    private final Direction incoming;
    private final Direction outgoing;
    private final ReentrantReadWriteLock lifetime = new ReentrantReadWriteLock();
    private volatile boolean closed;
    private volatile PipePeer peer = PipePeer.UNKNOWN;

    /**
     * Takes over an open pipe.
     *
     * @param identify asks Windows who is at the other end
     * @param afterClose is run once, when the handle is closed
     */
    PipeConnection(OwnedHandle pipe, Function<HANDLE, PipePeer> identify, Runnable afterClose) throws IOException {
        this.pipe = pipe;
        this.identify = identify;
        this.afterClose = afterClose;
        this.closing = OverlappedCall.event();
        this.incoming = new Direction();
        this.outgoing = new Direction();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        enter();
        try {
            return incoming.read(buffer, offset, Math.min(length, CHUNK));
        } catch (PipeException failure) {
            if (!closed && failure.isEndOfStream()) {
                return -1;
            }
            throw explained(failure);
        } finally {
            lifetime.readLock().unlock();
        }
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        enter();
        try {
            outgoing.write(buffer, offset, length);
        } catch (PipeException failure) {
            throw explained(failure);
        } finally {
            lifetime.readLock().unlock();
        }
    }

    /** Asks again until Windows has said for certain: it may know only after the first byte was read. */
    @Override
    public Caller caller() {
        lifetime.readLock().lock();
        try {
            if (!closed && !peer.certain()) {
                peer = identify.apply(pipe.get());
            }
            return peer.caller();
        } finally {
            lifetime.readLock().unlock();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        Kernel32.INSTANCE.SetEvent(closing.get());
        lifetime.writeLock().lock();
        try {
            pipe.close();
            closing.close();
            incoming.free();
            outgoing.free();
        } finally {
            lifetime.writeLock().unlock();
        }
        afterClose.run();
    }

    private void enter() throws IOException {
        lifetime.readLock().lock();
        if (closed) {
            lifetime.readLock().unlock();
            throw new IOException("the connection is closed");
        }
    }

    private IOException explained(PipeException failure) {
        if (closed) {
            return new IOException("the connection was closed on this side", failure);
        }
        return failure.isEndOfStream() ? new IOException("the other end has closed the connection", failure) : failure;
    }

    /** One direction, with the memory its operations work on; one thread at a time. */
    private final class Direction {
        private final OverlappedCall call = new OverlappedCall();
        private final Memory chunk = new Memory(CHUNK);

        Direction() throws IOException {}

        synchronized int read(byte[] buffer, int offset, int length) throws PipeException {
            int count = 0;
            // A writer may have written nothing, which arrives as nothing and is no end.
            while (count == 0 && length > 0) {
                count = call.run(
                        pipe.get(),
                        closing.get(),
                        overlapped -> KernelIo.INSTANCE.ReadFile(pipe.get(), chunk, length, null, overlapped));
            }
            chunk.read(0, buffer, offset, count);
            return count;
        }

        synchronized void write(byte[] buffer, int offset, int length) throws PipeException {
            int done = 0;
            while (done < length) {
                int part = Math.min(CHUNK, length - done);
                chunk.write(0, buffer, offset + done, part);
                done += call.run(
                        pipe.get(),
                        closing.get(),
                        overlapped -> KernelIo.INSTANCE.WriteFile(pipe.get(), chunk, part, null, overlapped));
            }
        }

        void free() {
            call.close();
            chunk.close();
        }
    }
}
