package org.synwarden.platform.linux.tracefs;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.synwarden.observation.SourceException;

/**
 * Everything that is held of the kernel while its events are listened to, taken and given back in one piece. The events
 * come from the moment it is opened. One thread.
 */
final class TraceSession implements AutoCloseable {
    /** The kernel numbers the first process id namespace like this ({@code include/linux/proc_ns.h}). */
    private static final String FIRST_PID_NAMESPACE = "pid:[4026531836]";

    private static final int CALLING_THREAD = 0;
    private static final int HASTY = -10;

    private final LibC libc;
    private final TracefsRoot root;
    private final TraceInstance instance;
    private final RawBuffers buffers;
    private final PageLayout layout;
    private final EventDecoder decoder;

    private TraceSession(
            LibC libc,
            TracefsRoot root,
            TraceInstance instance,
            RawBuffers buffers,
            PageLayout layout,
            EventDecoder decoder) {
        this.libc = libc;
        this.root = root;
        this.instance = instance;
        this.buffers = buffers;
        this.layout = layout;
        this.decoder = decoder;
    }

    /**
     * Begins to listen.
     *
     * @param bufferKib how much the kernel may hold of each processor's events, in KiB
     * @throws IOException when that is not possible; nothing is left behind
     */
    static TraceSession open(int bufferKib) throws IOException {
        refuseForeignProcessIds();
        LibC libc = Native.load("c", LibC.class);
        TracefsRoot root = TracefsRoot.open(libc);
        try {
            Path events = root.path().resolve("events");
            PageLayout layout = PageLayout.parse(
                    KernelFile.read(events.resolve("header_page")), KernelFile.read(events.resolve("header_event")));
            TraceInstance instance = TraceInstance.create(root.path(), bufferKib);
            try {
                EventDecoder decoder = new EventDecoder(instance.formats());
                RawBuffers buffers = new RawBuffers(libc, instance.processors(), layout.pageSize());
                try {
                    instance.enable();
                    return new TraceSession(libc, root, instance, buffers, layout, decoder);
                } catch (IOException e) {
                    buffers.close();
                    throw e;
                }
            } catch (IOException e) {
                instance.close();
                throw e;
            }
        } catch (IOException e) {
            root.close();
            throw e;
        }
    }

    /** In a container the kernel's numbers of processes are not those that {@code /proc} shows. */
    private static void refuseForeignProcessIds() throws IOException {
        Path own = Path.of("/proc/self/ns/pid");
        if (!FIRST_PID_NAMESPACE.equals(Files.readSymbolicLink(own).toString())) {
            throw SourceException.lasting(
                    "Kernel events name processes as the host numbers them; this is a container",
                    "Run SynWarden on the host");
        }
    }

    /**
     * Lets the calling thread run before ordinary ones (setpriority(2)): on a busy system a caller would be gone before
     * it could be looked at. A wish; nothing depends on it.
     */
    void hurry() {
        libc.setpriority(LibC.PRIO_PROCESS, CALLING_THREAD, HASTY);
    }

    /** Waits until there are events, at most that long; whether there are. */
    boolean await(int timeoutMillis) throws IOException {
        return buffers.await(timeoutMillis);
    }

    /**
     * Reads what was there when {@link #await} was last called.
     *
     * @param most how many pages of each processor's buffer
     * @param events receives each event, those of one processor in order
     * @return whether all that was there has been read
     */
    boolean read(int most, Consumer<KernelEvent> events) throws IOException {
        RingPage.Records records = (at, record) -> decoder.decode(at, record).ifPresent(events);
        Consumer<ByteBuffer> pages = page -> RingPage.read(page, layout, records);
        return buffers.read(most, pages);
    }

    /** How many events were lost since the session was opened. */
    long lost() throws IOException {
        return instance.stats().stream().mapToLong(BufferStats::lost).sum();
    }

    /** The trace clock, in nanoseconds. */
    long now() throws IOException {
        return instance.stats().get(0).now();
    }

    /** The file with the kernel's memory of threads ({@link SavedProcesses}). */
    Path savedProcesses() {
        return root.path().resolve("saved_tgids");
    }

    @Override
    public void close() {
        buffers.close();
        instance.close();
        root.close();
    }
}
