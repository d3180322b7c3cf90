package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.synwarden.observation.SourceException;

/** What Linux' refusals to trace mean for people, and whether they may pass. */
final class TracingRefusal {
    private static final String NOTHING_TO_DO =
            "Nothing to do; packets and the socket table are watched as far as they can be";

    private TracingRefusal() {}

    /** Who listens is not root, or root without its rights. */
    static SourceException needsRoot() {
        return SourceException.lasting("Kernel events need root", "Run SynWarden as root");
    }

    /** This system cannot do it. */
    static SourceException unsupported(String why) {
        return SourceException.lasting(why, NOTHING_TO_DO);
    }

    /** The tracing file system is mounted nowhere, and mounting it ended with that error of errno(3). */
    static SourceException notMounted(int error) {
        return switch (error) {
            case LibC.EPERM -> needsRoot();
            case LibC.ENODEV -> unsupported("This kernel is built without tracing (CONFIG_FTRACE)");
            default ->
                SourceException.passing(
                        "The kernel's tracing file system is not mounted and cannot be (error " + error + ")",
                        "Run as root: mount -t tracefs nodev /sys/kernel/tracing");
        };
    }

    /** The kernel has refused what else is needed: memory, an instance, a file of it that somebody uses. */
    static SourceException refused(IOException why) {
        if (why instanceof SourceException told) {
            return told;
        }
        return why instanceof AccessDeniedException
                ? needsRoot()
                : SourceException.passing(
                        "The kernel refuses to trace: " + why.getMessage(),
                        "End other programs that trace, or restart SynWarden; if that does not help, report this error");
    }
}
