package org.synwarden.platform.linux.tracefs;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The buffers of all processors, read page by page without copying them to text ({@code per_cpu/cpuN/trace_pipe_raw}).
 * The memory is one page. One thread.
 */
final class RawBuffers implements AutoCloseable {
    private static final int POLLFD_BYTES = 8;
    private static final int POLLFD_EVENTS = 4;
    private static final int POLLFD_RESULT = 6;

    private final LibC libc;
    private final List<Integer> descriptors = new ArrayList<>();
    private final Memory pollfds;
    private final Memory page;

    /** Opens them. */
    RawBuffers(LibC libc, List<Path> processors, int pageSize) throws IOException {
        this.libc = libc;
        this.pollfds = new Memory((long) processors.size() * POLLFD_BYTES);
        this.page = new Memory(pageSize);
        pollfds.clear();
        for (Path processor : processors) {
            int descriptor =
                    libc.open(processor.resolve("trace_pipe_raw").toString(), LibC.O_NONBLOCK | LibC.O_CLOEXEC);
            if (descriptor < 0) {
                int error = Native.getLastError();
                close();
                throw new IOException("The kernel's event buffers cannot be opened (error " + error + ")");
            }
            long entry = (long) descriptors.size() * POLLFD_BYTES;
            pollfds.setInt(entry, descriptor);
            pollfds.setShort(entry + POLLFD_EVENTS, LibC.POLLIN);
            descriptors.add(descriptor);
        }
    }

    /** Waits until there is something to read, at most that long; whether there is. */
    boolean await(int timeoutMillis) throws IOException {
        int ready = libc.poll(pollfds, new NativeLong(descriptors.size()), timeoutMillis);
        if (ready < 0 && Native.getLastError() != LibC.EINTR) {
            throw failure();
        }
        return ready > 0;
    }

    /**
     * Reads what was ready when {@link #await} was last called.
     *
     * @param most how many pages of each processor
     * @param pages receives each page, valid during the call only
     * @return whether all that was there has been read
     */
    boolean read(int most, Consumer<ByteBuffer> pages) throws IOException {
        boolean emptied = true;
        for (int i = 0; i < descriptors.size(); i++) {
            if (pollfds.getShort((long) i * POLLFD_BYTES + POLLFD_RESULT) != 0) {
                emptied &= read(descriptors.get(i), most, pages);
            }
        }
        return emptied;
    }

    private boolean read(int descriptor, int most, Consumer<ByteBuffer> pages) throws IOException {
        for (int i = 0; i < most; i++) {
            int count = libc.read(descriptor, page, new NativeLong(page.size())).intValue();
            if (count < 0 && Native.getLastError() == LibC.EINTR) {
                continue;
            }
            if (count < 0 && Native.getLastError() != LibC.EAGAIN) {
                throw failure();
            }
            if (count <= 0) {
                return true;
            }
            pages.accept(page.getByteBuffer(0, count).order(ByteOrder.nativeOrder()));
        }
        return false;
    }

    private static IOException failure() {
        return new IOException("The kernel's event buffers cannot be read (error " + Native.getLastError() + ")");
    }

    @Override
    public void close() {
        descriptors.forEach(libc::close);
        descriptors.clear();
    }
}
