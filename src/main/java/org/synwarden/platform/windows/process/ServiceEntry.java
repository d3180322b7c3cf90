package org.synwarden.platform.windows.process;

import java.util.regex.Pattern;

/**
 * A service that runs.
 *
 * @param pid the process it runs in
 * @param displayName as the service manager has it
 * @param type the SERVICE_STATUS_PROCESS's type
 */
record ServiceEntry(int pid, String displayName, int type) {
    /** SERVICE_USERSERVICE_INSTANCE: one user's instance of a service that every user has. */
    static final int INSTANCE_OF_A_USER = 0x80;

    /** The id of the user's logon, which Windows appends to the names of such instances. */
    private static final Pattern LOGON = Pattern.compile("_[0-9a-fA-F]+$");

    /** The name for people: {@code CDPUserSvc_1bf5729} is {@code CDPUserSvc}; names that only look so stay. */
    String shownName() {
        return (type & INSTANCE_OF_A_USER) == 0
                ? displayName
                : LOGON.matcher(displayName).replaceFirst("");
    }
}
