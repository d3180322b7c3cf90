package org.synwarden.platform.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.synwarden.platform.linux.bindings.LibC;

/**
 * A file descriptor that stands for one process instance (pidfd_open(2), since Linux 5.3): it goes on naming that
 * instance when its pid has long been given to another. The C library of old distributions has no functions for it,
 * hence syscall(2) with numbers, which are the same on all architectures. Errors are {@link LastErrorException}.
 */
final class PidHandle implements AutoCloseable {
    private static final int PIDFD_SEND_SIGNAL = 424;
    private static final int PIDFD_OPEN = 434;

    /** Signals of signal(7); their numbers are the same on x86 and ARM. */
    static final int SIGKILL = 9;

    static final int SIGCONT = 18;
    static final int SIGSTOP = 19;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LibC libc;
    private final int descriptor;

    private PidHandle(LibC libc, int descriptor) {
        this.libc = libc;
        this.descriptor = descriptor;
    }

    /** A handle of whatever instance has the pid now. */
    static PidHandle open(LibC libc, int pid) {
        NativeLong descriptor = libc.syscall(new NativeLong(PIDFD_OPEN), new NativeLong(pid), new NativeLong(0));
        return new PidHandle(libc, descriptor.intValue());
    }

    /** Sends a signal to that instance. */
    void send(int signal) {
        libc.syscall(
                new NativeLong(PIDFD_SEND_SIGNAL),
                new NativeLong(descriptor),
                new NativeLong(signal),
                Pointer.NULL,
                new NativeLong(0));
    }

    /** Waits until its last thread has ended, at most that long; whether it has. */
    boolean awaitEnd(int timeoutMillis) {
        long deadline = System.nanoTime() + timeoutMillis * NANOS_PER_MILLI;
        try (Memory pollfd = new Memory(LibC.POLLFD_SIZE)) {
            pollfd.clear();
            pollfd.setInt(0, descriptor);
            pollfd.setShort(LibC.POLLFD_EVENTS, LibC.POLLIN);
            while (true) {
                long left = Math.max(0, deadline - System.nanoTime()) / NANOS_PER_MILLI;
                try {
                    return libc.poll(pollfd, new NativeLong(1), (int) left) > 0;
                } catch (LastErrorException e) {
                    if (e.getErrorCode() != LibC.EINTR) {
                        throw e;
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        libc.close(descriptor);
    }
}
