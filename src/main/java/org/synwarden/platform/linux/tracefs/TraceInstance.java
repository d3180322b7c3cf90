package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A private instance of the kernel's tracing (Documentation/trace/ftrace.rst, "Instances"): buffers, clock and enabled
 * events of its own, so that nobody else who traces is disturbed. It is called after the process that made it; what a
 * killed one has left behind is removed by the next.
 */
final class TraceInstance implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("synwarden-(\\d{1,9})");

    private final Path directory;

    private TraceInstance(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the instance, with nothing enabled yet.
     *
     * @param root where the tracing file system is
     * @param bufferKib how much the kernel may hold of each processor's events, in KiB
     */
    static TraceInstance create(Path root, int bufferKib) throws IOException {
        removeLeftovers(root.resolve("instances"));
        Path directory = root.resolve("instances")
                .resolve("synwarden-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(directory);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new IOException("it gives no tracing instance: " + e.getReason(), e);
        }
        TraceInstance instance = new TraceInstance(directory);
        try {
            instance.write("trace_clock", "mono");
            instance.write("buffer_size_kb", Integer.toString(bufferKib));
            instance.writeIfThere("buffer_percent", "0");
            instance.writeIfThere("options/record-tgid", "1");
            return instance;
        } catch (IOException e) {
            instance.close();
            throw e;
        }
    }

    /** Only those whose process is dead. */
    private static void removeLeftovers(Path instances) throws IOException {
        try (Stream<Path> found = Files.list(instances)) {
            for (Path instance : found.toList()) {
                Matcher name = NAME.matcher(instance.getFileName().toString());
                if (name.matches() && !Files.exists(Path.of("/proc", name.group(1)))) {
                    Files.deleteIfExists(instance);
                }
            }
        }
    }

    Path directory() {
        return directory;
    }

    /** The formats of the events, in the order of {@link TraceEvent}. */
    List<EventFormat> formats() throws IOException {
        List<EventFormat> formats = new ArrayList<>();
        for (TraceEvent event : TraceEvent.values()) {
            Path file = event.in(directory).resolve("format");
            if (!Files.exists(file)) {
                throw TracingRefusal.unsupported("This kernel has no event " + event + " (Linux 4.16 and later have)");
            }
            formats.add(EventFormat.parse(KernelFile.read(file)));
        }
        return formats;
    }

    /** Lets the events come. A kernel whose event lacks the field that is filtered by sends all of them. */
    void enable() throws IOException {
        for (TraceEvent event : TraceEvent.values()) {
            if (!event.filter().isEmpty()) {
                try {
                    KernelFile.write(event.in(directory).resolve("filter"), event.filter());
                } catch (IOException unfiltered) {
                    KernelFile.write(event.in(directory).resolve("filter"), "0");
                }
            }
            KernelFile.write(event.in(directory).resolve("enable"), "1");
        }
    }

    /** What the kernel counts of each processor's buffer. */
    List<BufferStats> stats() throws IOException {
        List<BufferStats> stats = new ArrayList<>();
        for (Path processor : processors()) {
            stats.add(BufferStats.parse(KernelFile.read(processor.resolve("stats"))));
        }
        return stats;
    }

    /** The directory of each processor's buffer. */
    List<Path> processors() throws IOException {
        try (Stream<Path> found = Files.list(directory.resolve("per_cpu"))) {
            return found.sorted().toList();
        }
    }

    private void write(String file, String text) throws IOException {
        KernelFile.write(directory.resolve(file), text);
    }

    private void writeIfThere(String file, String text) throws IOException {
        if (Files.exists(directory.resolve(file))) {
            write(file, text);
        }
    }

    /** Removes it, and with it all that it holds; what is still open of it keeps it there until the next start. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException inUse) {
            return;
        }
    }
}
