package org.synwarden.platform.linux.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of user ids. The name service of the system is asked where Java can ask it (the owner of a file); else
 * {@code /etc/passwd} is read (passwd(5)); what neither knows is shown as its number.
 */
final class Accounts {
    private static final Pattern UID_LINE = Pattern.compile("Uid:\\s+\\d+\\s+(\\d{1,10})\\s.*");

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
            return nameIn(new String(Files.readAllBytes(passwd), StandardCharsets.UTF_8), uid)
                    .orElse(Integer.toUnsignedString(uid));
        } catch (IOException goneMeanwhile) {
            return Integer.toUnsignedString(uid);
        }
    }

    /** The name that the text of a passwd file gives to the number. */
    static Optional<String> nameIn(String passwd, int uid) {
        String number = Integer.toUnsignedString(uid);
        return passwd.lines()
                .map(line -> line.split(":", 4))
                .filter(fields -> fields.length == 4 && fields[2].equals(number))
                .map(fields -> fields[0])
                .findFirst();
    }

    /** The effective user in the text of {@code /proc/PID/status} (proc_pid_status(5)): the second number of Uid. */
    static Optional<Integer> effectiveUid(String status) {
        return status.lines()
                .map(UID_LINE::matcher)
                .filter(Matcher::matches)
                .map(uid -> Integer.parseUnsignedInt(uid.group(1)))
                .findFirst();
    }
}
