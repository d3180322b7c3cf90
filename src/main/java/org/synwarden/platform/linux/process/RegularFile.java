package org.synwarden.platform.linux.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.regex.Pattern;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

/**
 * Opens a file whose path another program chose: a pipe or device is not waited for, nor is a server asked for its
 * content. Any thread.
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
        try (OpenedFile opened = OpenedFile.open(path)) {
            return read(opened);
        }
    }

    private static ScriptFile read(OpenedFile opened) throws IOException {
        Path real = Files.readSymbolicLink(opened.link());
        BasicFileAttributes now = Files.readAttributes(opened.link(), BasicFileAttributes.class);
        if (!now.isRegularFile()
                || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                || now.size() > ScriptFile.LARGEST) {
            throw new UnknownScriptException("runs " + real + ", which is no file or too large");
        }
        String type = Files.getFileStore(real).type();
        if (ON_SERVERS.contains(type) || ON_SERVERS_TOO.matcher(type).matches()) {
            throw new UnknownScriptException("runs " + real + ", which lies on another computer");
        }
        return new ScriptFile(real.toString(), opened.read());
    }
}
