package org.synwarden.platform.linux.bindings;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * The C library. A failed call is a {@link LastErrorException} with its errno. Buffers must be direct; the call
 * begins at their position and does not move it. Any thread.
 */
public interface LibC extends Library {
    /** errno: the right is missing. */
    int EPERM = 1;

    /** errno: there is no such thing. */
    int ENOENT = 2;

    /** errno: no such process. */
    int ESRCH = 3;

    /** errno: a signal came first; the call is to be made again. */
    int EINTR = 4;

    /** errno: nothing to read yet. */
    int EAGAIN = 11;

    /** {@code events} of poll(2): there is something to read. */
    short POLLIN = 1;

    /** Size of {@code struct pollfd}: descriptor 0, events 4, what happened 6. */
    int POLLFD_SIZE = 8;

    /** Where {@code events} stands in {@code struct pollfd}. */
    int POLLFD_EVENTS = 4;

    /** {@code flags} of open(2): for reading, without waiting for a writer, closed in programs that are started. */
    int O_RDONLY_NONBLOCK_CLOEXEC = 0x800 | 0x80000;

    /** Clock of clock_gettime(2): the processor time of the calling thread. */
    int CLOCK_THREAD_CPUTIME_ID = 3;

    /** The library; an {@link UnsatisfiedLinkError} where it cannot be called. */
    static LibC load() {
        return Native.load("c", LibC.class);
    }

    /** syscall(2). */
    NativeLong syscall(NativeLong number, Object... arguments) throws LastErrorException;

    /** socket(2). */
    int socket(int domain, int type, int protocol) throws LastErrorException;

    /** connect(2). */
    int connect(int descriptor, ByteBuffer address, int length) throws LastErrorException;

    /** send(2). */
    NativeLong send(int descriptor, ByteBuffer bytes, NativeLong length, int flags) throws LastErrorException;

    /** recv(2). */
    NativeLong recv(int descriptor, ByteBuffer bytes, NativeLong length, int flags) throws LastErrorException;

    /** poll(2). */
    int poll(Pointer descriptors, NativeLong count, int timeoutMillis) throws LastErrorException;

    /** clock_gettime(2); the timespec is seconds and nanoseconds, a {@code long} each. */
    int clock_gettime(int clock, Pointer timespec) throws LastErrorException;

    /** open(2). */
    int open(String path, int flags) throws LastErrorException;

    /** close(2). */
    int close(int descriptor) throws LastErrorException;
}
