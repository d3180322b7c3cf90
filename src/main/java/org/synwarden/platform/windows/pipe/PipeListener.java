package org.synwarden.platform.windows.pipe;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.synwarden.control.Transport.Connection;
import org.synwarden.control.Transport.Listener;
import org.synwarden.platform.windows.bindings.KernelIo;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.token.TokenReader;

/**
 * The service's end: connected instances of the pipe, for {@value #MOST_CLIENTS} clients and for one more, who is told why
 * there is no place for it, and always one that waits for the next client. That one is never closed while the listener
 * lives, so the name is ours throughout and no other program can take it up. Whoever comes while even the one more is
 * there is disconnected at once. One thread accepts; {@link #close} may be called from any. Pages "CreateNamedPipeW
 * function", "ConnectNamedPipe function".
 */
final class PipeListener implements Listener {
    static final int MOST_CLIENTS = 16;

    /** With the one that is only told why it cannot stay. */
    private static final int MOST_CONNECTED = MOST_CLIENTS + 1;

    private static final int BUFFER = 64 * 1024;
    private static final int FILE_FLAG_OVERLAPPED = 0x4000_0000;
    private static final int FILE_FLAG_FIRST_PIPE_INSTANCE = 0x0008_0000;

    private final String path;
    private final PipeSecurity security;
    private final OwnedHandle closing = OverlappedCall.event();
    private final OverlappedCall connecting = new OverlappedCall();
    private final AtomicInteger connected = new AtomicInteger();
    private final Object accepting = new Object();
    private volatile boolean closed;
    private OwnedHandle waiting;

    /** Makes the first instance; that nobody else has made one is checked by Windows. */
    PipeListener(String path) throws IOException {
        this.path = path;
        this.security = new PipeSecurity(TokenReader.ofThisProcess());
        this.waiting = instance(FILE_FLAG_FIRST_PIPE_INSTANCE);
    }

    @Override
    public Connection accept() throws IOException {
        synchronized (accepting) {
            while (true) {
                connect();
                if (connected.get() < MOST_CONNECTED) {
                    return takeWaiting();
                }
                Kernel32.INSTANCE.DisconnectNamedPipe(waiting.get());
            }
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
        synchronized (accepting) {
            waiting.close();
            connecting.close();
            closing.close();
            security.close();
        }
    }

    private void connect() throws IOException {
        if (closed) {
            throw new IOException("the pipe is closed");
        }
        try {
            connecting.run(
                    waiting.get(),
                    closing.get(),
                    overlapped -> KernelIo.INSTANCE.ConnectNamedPipe(waiting.get(), overlapped));
        } catch (PipeException failure) {
            // A client that was faster than this call is connected; one that has left already ends its own stream.
            if (failure.code() != WinError.ERROR_PIPE_CONNECTED && failure.code() != WinError.ERROR_NO_DATA) {
                throw closed ? new IOException("the pipe was closed", failure) : failure;
            }
        }
    }

    private Connection takeWaiting() throws IOException {
        OwnedHandle next;
        try {
            next = instance(0);
        } catch (IOException failure) {
            Kernel32.INSTANCE.DisconnectNamedPipe(waiting.get());
            throw failure;
        }
        OwnedHandle taken = waiting;
        waiting = next;
        connected.incrementAndGet();
        return new PipeConnection(taken, PipePeer::client, connected::decrementAndGet);
    }

    private OwnedHandle instance(int flags) throws IOException {
        HANDLE pipe = Kernel32.INSTANCE.CreateNamedPipe(
                path,
                WinBase.PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | flags,
                WinBase.PIPE_TYPE_BYTE | WinBase.PIPE_READMODE_BYTE | WinBase.PIPE_REJECT_REMOTE_CLIENTS,
                MOST_CONNECTED + 1,
                BUFFER,
                BUFFER,
                0,
                security.attributes());
        if (WinBase.INVALID_HANDLE_VALUE.equals(pipe)) {
            throw cannotListen(Native.getLastError());
        }
        return new OwnedHandle(pipe);
    }

    private IOException cannotListen(int code) {
        boolean taken = code == WinError.ERROR_ACCESS_DENIED || code == WinError.ERROR_PIPE_BUSY;
        return new IOException(
                taken
                        ? "another SynWarden, or a program that pretends to be it, already listens on " + path
                                + "; stop it first ('net stop SynWarden')"
                        : "the pipe " + path + " cannot be made: Windows error " + code);
    }
}
