package org.synwarden.platform.windows.scm;

/**
 * The privileges that the service keeps of those that LocalSystem has; the service manager takes the others from its token
 * (page "SERVICE_REQUIRED_PRIVILEGES_INFOW structure"). Each stands here for a reason.
 */
enum RequiredPrivilege {
    /** Without it no path can be opened through folders that SYSTEM may not list; Windows keeps it in any case. */
    CHANGE_NOTIFY("SeChangeNotifyPrivilege"),
    /** Opens processes of other users to say what they are, and to end, suspend and resume them when asked. */
    DEBUG("SeDebugPrivilege"),
    /** Looks at the token of a client of the pipe. */
    IMPERSONATE("SeImpersonatePrivilege"),
    /** procrun's event and the tracing session stand in the global namespace. */
    CREATE_GLOBAL("SeCreateGlobalPrivilege"),
    /** Takes a data folder over that somebody else planted. */
    TAKE_OWNERSHIP("SeTakeOwnershipPrivilege"),
    /** Gives the data folder to the administrators, whoever made it. */
    RESTORE("SeRestorePrivilege");

    private final String text;

    RequiredPrivilege(String text) {
        this.text = text;
    }

    /** Its name for Windows. */
    String text() {
        return text;
    }
}
