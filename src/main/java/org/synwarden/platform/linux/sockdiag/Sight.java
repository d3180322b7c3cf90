package org.synwarden.platform.linux.sockdiag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose descriptors this program may look at: with CAP_SYS_PTRACE everybody's, else those of its own user (proc_pid_fd(5),
 * ptrace(2) "access mode checking"). A user's socket may be held by a process of another user; that process is then as
 * hidden as its user's own.
 *
 * @param everybody whether the capability is there
 * @param uid its own user
 */
record Sight(boolean everybody, int uid) {
    private static final long CAP_SYS_PTRACE = 1L << 19;
    private static final Pattern UID = Pattern.compile("(?m)^Uid:\\s+\\d+\\s+(\\d{1,10})\\s");
    private static final Pattern CAPABILITIES = Pattern.compile("(?m)^CapEff:\\s+([0-9a-fA-F]{1,16})$");

    /** Reads {@code /proc/self/status} (proc_pid_status(5)); what is not in it is taken as permitted. */
    static Sight parse(String status) {
        Matcher user = UID.matcher(status);
        Matcher held = CAPABILITIES.matcher(status);
        boolean everybody =
                !held.find() || !user.find() || (Long.parseUnsignedLong(held.group(1), 16) & CAP_SYS_PTRACE) != 0;
        return everybody ? new Sight(true, 0) : new Sight(false, (int) Long.parseLong(user.group(1)));
    }

    /** Whether it is worth looking for who holds a socket of that user. */
    boolean reaches(int owner) {
        return everybody || owner == uid;
    }
}
