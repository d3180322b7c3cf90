package org.synwarden.platform.linux.sockdiag;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.synwarden.platform.linux.bindings.LibC;

/**
 * A netlink socket of protocol {@code NETLINK_SOCK_DIAG} (netlink(7), sock_diag(7)) in the calling thread's network
 * namespace. Whatever arrives is the kernel's: others may send to such a socket only with CAP_NET_ADMIN. Waits at most
 * 2 s for an answer. Errors are {@link DiagException} with the call's errno. One thread.
 */
final class DiagSocket implements AutoCloseable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int ANSWER_WITHIN_MILLIS = 2_000;

    private final LibC libc;
    private final int descriptor;

    private DiagSocket(LibC libc, int descriptor) {
        this.libc = libc;
        this.descriptor = descriptor;
    }

    static DiagSocket open(LibC libc) throws DiagException {
        try {
            return new DiagSocket(libc, libc.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG));
        } catch (LastErrorException e) {
            throw new DiagException("There is no netlink socket for the socket table", e.getErrorCode());
        }
    }

    /** Sends the first bytes of a direct buffer to the kernel. */
    void send(ByteBuffer buffer, int length) throws DiagException {
        try {
            libc.send(descriptor, buffer, new NativeLong(length), 0);
        } catch (LastErrorException e) {
            throw new DiagException("The kernel does not take the request for its socket table", e.getErrorCode());
        }
    }

    /** Receives the next messages at the beginning of a direct buffer; how many bytes they are. */
    int receive(ByteBuffer buffer) throws IOException {
        NativeLong room = new NativeLong(buffer.capacity());
        while (true) {
            try {
                int length = libc.recv(descriptor, buffer, room, MSG_DONTWAIT | MSG_TRUNC)
                        .intValue();
                if (length > buffer.capacity()) {
                    throw new IOException("The kernel's answer of " + length + " bytes is longer than the buffer");
                }
                return length;
            } catch (LastErrorException e) {
                if (e.getErrorCode() == LibC.EAGAIN) {
                    awaitAnswer();
                } else if (e.getErrorCode() != LibC.EINTR) {
                    throw new DiagException("The kernel's list of sockets broke off", e.getErrorCode());
                }
            }
        }
    }

    private void awaitAnswer() throws IOException {
        try (Memory pollfd = new Memory(LibC.POLLFD_SIZE)) {
            pollfd.clear();
            pollfd.setInt(0, descriptor);
            pollfd.setShort(LibC.POLLFD_EVENTS, LibC.POLLIN);
            if (libc.poll(pollfd, new NativeLong(1), ANSWER_WITHIN_MILLIS) == 0) {
                throw new IOException("The kernel did not list its sockets within " + ANSWER_WITHIN_MILLIS + " ms");
            }
        } catch (LastErrorException e) {
            if (e.getErrorCode() != LibC.EINTR) {
                throw new DiagException("Waiting for the socket table failed", e.getErrorCode());
            }
        }
    }

    @Override
    public void close() {
        libc.close(descriptor);
    }
}
