package org.synwarden.platform.linux.process;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.synwarden.platform.linux.bindings.LibC;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

/**
 * Opens a file whose path another program chose: a pipe or device is not waited for, nor is a server asked for its
 * content. What is looked at and read is the one file that was opened (open(2), proc_pid_fd(5)). Any thread.
 */
final class RegularFile {
    private static final Set<String> ON_SERVERS =
            Set.of("9p", "afs", "autofs", "beegfs", "ceph", "cifs", "coda", "gfs2", "lustre", "ncpfs", "nfs", "nfs4");

    private static final Pattern ON_SERVERS_TOO = Pattern.compile("(smb|fuse\\.|gluster|ocfs).*");

    private RegularFile() {}

    /**
     * Opens it.
     *
     * @throws UnknownScriptException when it is not to be read
     * @throws IOException when it cannot be
     */
    static ScriptFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UnknownScriptException("runs " + path + ", which is not there or no file");
        }
        int descriptor = descriptor(path);
        try {
            return read(Path.of("/proc/self/fd", Integer.toString(descriptor)));
        } finally {
            LibC.load().close(descriptor);
        }
    }

    private static int descriptor(Path path) throws IOException {
        try {
            return LibC.load().open(path.toString(), LibC.O_RDONLY_NONBLOCK_CLOEXEC);
        } catch (LastErrorException | UnsatisfiedLinkError e) {
            throw new IOException(path + " cannot be opened", e);
        }
    }

    private static ScriptFile read(Path descriptor) throws IOException {
        Path real = Files.readSymbolicLink(descriptor);
        Map<String, Object> now = Files.readAttributes(descriptor, "unix:isRegularFile,dev,ino,size,ctime");
        if (!(boolean) now.get("isRegularFile")
                || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                || (long) now.get("size") > ScriptFile.LARGEST) {
            throw new UnknownScriptException("runs " + real + ", which is no file or too large");
        }
        String type = Files.getFileStore(real).type();
        if (ON_SERVERS.contains(type) || ON_SERVERS_TOO.matcher(type).matches()) {
            throw new UnknownScriptException("runs " + real + ", which lies on another computer");
        }
        ImageFile.Version version = new ImageFile.Version(
                now.get("dev") + ":" + now.get("ino"),
                (long) now.get("size"),
                ((FileTime) now.get("ctime")).to(TimeUnit.NANOSECONDS));
        return new ScriptFile(real.toString(), new ImageFile(version, FileChannel.open(descriptor)));
    }
}
