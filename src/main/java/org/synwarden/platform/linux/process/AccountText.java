package org.synwarden.platform.linux.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who is who out of the texts of {@code /etc/passwd} (passwd(5)) and {@code /proc/PID/status}. Pure. */
final class AccountText {
    private static final Pattern UID_LINE = Pattern.compile("Uid:\\s+\\d+\\s+(\\d{1,10})\\s.*");
    private static final long LARGEST = 0xFFFF_FFFFL;

    private AccountText() {}

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
                .map(uid -> Long.parseLong(uid.group(1)))
                .filter(uid -> uid <= LARGEST)
                .map(Long::intValue)
                .findFirst();
    }
}
