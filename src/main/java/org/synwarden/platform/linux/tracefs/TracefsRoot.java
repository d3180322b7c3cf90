package org.synwarden.platform.linux.tracefs;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.synwarden.observation.SourceException;

/**
 * Where the kernel's tracing file system is. Where nobody has mounted it, it is mounted without a place in the tree of
 * directories (fsmount(2), since Linux 5.2): only this process can reach it, through a descriptor of its own, and it is
 * gone with the process, however that ends.
 */
final class TracefsRoot implements AutoCloseable {
    private static final List<Path> USUAL =
            List.of(Path.of("/sys/kernel/tracing"), Path.of("/sys/kernel/debug/tracing"));
    private static final int NO_DESCRIPTOR = -1;
    private static final int FSOPEN_CLOEXEC = 1;
    private static final int FSMOUNT_CLOEXEC = 1;
    private static final int FSCONFIG_CMD_CREATE = 6;

    private final LibC libc;
    private final Path path;
    private final int descriptor;

    private TracefsRoot(LibC libc, Path path, int descriptor) {
        this.libc = libc;
        this.path = path;
        this.descriptor = descriptor;
    }

    /**
     * Finds it, or mounts it.
     *
     * @throws SourceException when neither is possible
     */
    static TracefsRoot open(LibC libc) throws SourceException {
        for (Path place : USUAL) {
            if (Files.isDirectory(place.resolve("instances"))) {
                return new TracefsRoot(libc, place, NO_DESCRIPTOR);
            }
        }
        int context = checked(libc, LibC.SYS_FSOPEN, "tracefs", new NativeLong(FSOPEN_CLOEXEC));
        try {
            checked(
                    libc,
                    LibC.SYS_FSCONFIG,
                    new NativeLong(context),
                    new NativeLong(FSCONFIG_CMD_CREATE),
                    Pointer.NULL,
                    Pointer.NULL,
                    new NativeLong(0));
            int mount = checked(
                    libc,
                    LibC.SYS_FSMOUNT,
                    new NativeLong(context),
                    new NativeLong(FSMOUNT_CLOEXEC),
                    new NativeLong(0));
            return new TracefsRoot(libc, Path.of("/proc/self/fd", Integer.toString(mount)), mount);
        } finally {
            libc.close(context);
        }
    }

    private static int checked(LibC libc, int call, Object... arguments) throws SourceException {
        int result = libc.syscall(new NativeLong(call), arguments).intValue();
        if (result >= 0) {
            return result;
        }
        throw TracingRefusal.notMounted(Native.getLastError());
    }

    /** Its topmost directory; of this process only, where it was mounted here. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (descriptor != NO_DESCRIPTOR) {
            libc.close(descriptor);
        }
    }
}
