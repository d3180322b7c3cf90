package org.synwarden.platform.linux.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names of user ids. The name service of the system is asked where Java can ask it (the owner of a file); else
 * {@code /etc/passwd} is read (passwd(5)); what neither knows is shown as its number.
 */
final class Accounts {
    private final Path passwd;

    /** Falls back to that file. */
    Accounts(Path passwd) {
        this.passwd = passwd;
    }

    /**
     * The name of a process's effective user.
     *
     * @param uid its number, from {@code /proc/PID/status}
     * @param directory {@code /proc/PID}, which belongs to that user unless the process may not be dumped (then to root)
     */
    String nameOf(int uid, Path directory) {
        try {
            if (Files.getAttribute(directory, "unix:uid").equals(uid)) {
                return Files.getOwner(directory).getName();
            }
            return AccountText.nameIn(new String(Files.readAllBytes(passwd), StandardCharsets.UTF_8), uid)
                    .orElse(Integer.toUnsignedString(uid));
        } catch (IOException goneMeanwhile) {
            return Integer.toUnsignedString(uid);
        }
    }
}
