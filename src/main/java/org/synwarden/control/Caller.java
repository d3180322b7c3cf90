package org.synwarden.control;

/**
 * Who is at the other end of a connection, as the operating system says, never as the other end says.
 *
 * @param user the account's name, as processes are shown with it; empty when the system does not say
 * @param id the account's security id (Windows) or number (Linux): what a rule that it makes is marked with
 * @param logon how the account came to this PC
 * @param sandboxed whether it runs in an AppContainer or below medium integrity, as what a web page brought may
 * @param administrator whether it has an administrator's rights: root and whoever runs the service on Linux, an elevated
 *     administrator or SYSTEM on Windows
 * @param pid the process at the other end; 0 when the system does not say
 */
public record Caller(String user, String id, Logon logon, boolean sandboxed, boolean administrator, int pid) {
    /** Whom the system does not name: may do nothing. */
    public static final Caller NOBODY = new Caller("", "", Logon.ANONYMOUS, false, false, 0);

    /** How an account came to this PC. */
    public enum Logon {
        /** Somebody at the desk, or at a remote desktop. */
        INTERACTIVE,
        /** A service's account. */
        SERVICE,
        /** A scheduled task. */
        BATCH,
        /** From another PC, over the network. */
        NETWORK,
        /** Without an account. */
        ANONYMOUS,
        /** In a way that is none of these, or that is not known. */
        OTHER
    }

    /** One line for the log: who it is, and the process where that is known. */
    @Override
    public String toString() {
        return (user.isEmpty() ? "somebody" : user) + " (" + id + (pid == 0 ? "" : ", pid " + pid) + ")";
    }
}
