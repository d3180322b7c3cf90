package org.synwarden.platform.linux.process;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.synwarden.platform.linux.bindings.LibC;
import org.synwarden.process.ImageFile;

/**
 * A file that was opened once (open(2)), so that what is looked at and what is read is that one, whatever its path leads
 * to by then (proc_pid_fd(5)). One thread.
 */
final class OpenedFile implements AutoCloseable {
    private final int descriptor;

    private OpenedFile(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens it; a pipe or device is not waited for.
     *
     * @throws IOException when it cannot be read
     */
    static OpenedFile open(Path path) throws IOException {
        try {
            return new OpenedFile(LibC.load().open(path.toString(), LibC.O_RDONLY_NONBLOCK_CLOEXEC));
        } catch (LastErrorException | UnsatisfiedLinkError e) {
            throw new IOException(path + " cannot be opened", e);
        }
    }

    /** A link that leads to this file until it is closed. */
    Path link() {
        return Path.of("/proc/self/fd", Integer.toString(descriptor));
    }

    /** Its version and its content, which stays open after this. */
    ImageFile read() throws IOException {
        Map<String, Object> now = Files.readAttributes(link(), "unix:dev,ino,size,ctime");
        ImageFile.Version version = new ImageFile.Version(
                now.get("dev") + ":" + now.get("ino"),
                (long) now.get("size"),
                ((FileTime) now.get("ctime")).to(TimeUnit.NANOSECONDS));
        return new ImageFile(version, FileChannel.open(link()));
    }

    @Override
    public void close() {
        LibC.load().close(descriptor);
    }
}
