package org.synwarden.platform.windows.pipe;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.time.Duration;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.Transport;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/**
 * The control protocol over a named pipe of bytes. Clients of other PCs are refused by Windows; who may connect from
 * this one stands in {@link PipeSecurity}. Pages "CreateFileW function", "WaitNamedPipeW function". Any thread.
 */
public final class NamedPipeTransport implements Transport {
    /** The pipe of the installed service. */
    public static final String SERVICE_PIPE = "SynWarden";

    /**
     * FILE_GENERIC_READ and FILE_WRITE_DATA. Not GENERIC_WRITE: on a pipe that contains the right to create instances,
     * which clients do not have.
     */
    private static final int READ_AND_WRITE_DATA = 0x0012_0089 | 0x2;

    private static final int FILE_FLAG_OVERLAPPED = 0x4000_0000;
    private static final int SECURITY_SQOS_PRESENT = 0x0010_0000;

    /** The server may learn who we are, but cannot act in our name. */
    private static final int SECURITY_IDENTIFICATION = 0x0001_0000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String path;
    private final ServerCheck check;

    /**
     * A pipe of that name on this PC.
     *
     * @param name without the leading {@code \\.\pipe\}
     * @param check decides on the client's side whether the process that serves the pipe is the service
     */
    public NamedPipeTransport(String name, ServerCheck check) {
        this.path = "\\\\.\\pipe\\" + name;
        this.check = check;
    }

    @Override
    public Listener listen() throws IOException {
        return new PipeListener(path);
    }

    @Override
    public Connection connect() throws IOException {
        OwnedHandle pipe = new OwnedHandle(open());
        PipeConnection connection = new PipeConnection(pipe, PipePeer::server, () -> {});
        try {
            check.check(PipeServer.of(pipe.get(), connection.caller().pid()));
            return connection;
        } catch (IOException refused) {
            connection.close();
            throw refused;
        }
    }

    private HANDLE open() throws IOException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            HANDLE pipe = Kernel32.INSTANCE.CreateFile(
                    path,
                    READ_AND_WRITE_DATA,
                    0,
                    null,
                    WinNT.OPEN_EXISTING,
                    FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION,
                    null);
            if (!WinBase.INVALID_HANDLE_VALUE.equals(pipe)) {
                return pipe;
            }
            int code = Native.getLastError();
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (code != WinError.ERROR_PIPE_BUSY || left <= 0) {
                throw unreachable(code);
            }
            // Whether it got free or the wait ended, the next CreateFile says what is true now.
            Kernel32.INSTANCE.WaitNamedPipe(path, (int) left);
        }
    }

    private IOException unreachable(int code) {
        return switch (code) {
            case WinError.ERROR_FILE_NOT_FOUND ->
                new NotRunningException("the SynWarden service is not running; start it with"
                        + " 'net start SynWarden' as administrator, or run 'synwarden watch' in its place");
            case WinError.ERROR_PIPE_BUSY ->
                new IOException("the SynWarden service has no free connection (" + PipeListener.MOST_CLIENTS
                        + " clients are connected); close a SynWarden window and try again");
            case WinError.ERROR_ACCESS_DENIED ->
                new IOException(
                        "the SynWarden service does not talk to this account;"
                                + " use a program that was started by the user at the desk, not over the network or by a service");
            default ->
                new IOException("the SynWarden service cannot be reached: Windows error " + code + " on " + path);
        };
    }
}
