package org.synwarden.platform.linux.systemd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.synwarden.installation.ProgramFolder;

/**
 * Who else than root can change files and folders, by owner and mode (inode(7)). Access lists (acl(5)) are seen, too: where
 * there is one, the mode's bits of the group are the most that it gives.
 */
public final class RootsOwn implements ProgramFolder.Rights {
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    /** In such a folder nobody but its owner renames or deletes what is not his own. */
    private static final int STICKY = 01000;

    @Override
    public Optional<String> changer(Path file) throws IOException {
        return changer(file, 0);
    }

    /** What lies in a sticky folder is looked at by itself: it is root's. */
    @Override
    public Optional<String> displacer(Path folder) throws IOException {
        return changer(folder, STICKY);
    }

    private static Optional<String> changer(Path file, int excuse) throws IOException {
        Map<String, Object> facts = Files.readAttributes(file, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) facts.get("mode");
        if (!facts.get("uid").equals(0)) {
            return Optional.of("its owner, uid " + facts.get("uid"));
        }
        if ((mode & excuse) != 0) {
            return Optional.empty();
        }
        if ((mode & OTHERS_WRITE) != 0) {
            return Optional.of("everybody");
        }
        return (mode & GROUP_WRITES) != 0 ? Optional.of("its group, gid " + facts.get("gid")) : Optional.empty();
    }
}
