package org.synwarden.control;

import org.synwarden.contract.CallerObject;

/** What kind of caller somebody is, as the rows of the table in {@code docs/security.md}, from nothing to everything. */
enum Standing {
    /** Remote, anonymous or sandboxed: may not even connect. */
    NOTHING,
    /** Services, batch, and whoever is not named here: may ask how the service is. */
    STATUS,
    /** A user at the desk: sees its own whole, and acts on its own. */
    USER,
    /** May do everything. */
    ADMINISTRATOR;

    /** What that caller is told of its own standing. */
    static CallerObject told(Caller caller) {
        String rights = switch (of(caller)) {
            case NOTHING, STATUS -> CallerObject.STATUS;
            case USER -> CallerObject.OWN;
            case ADMINISTRATOR -> CallerObject.ALL;
        };
        return new CallerObject(rights, caller.user(), caller.id());
    }

    /**
     * That caller's. A sandbox stays one whoever runs it; an administrator may work from another PC, anybody else who
     * came over the network is remote.
     */
    static Standing of(Caller caller) {
        if (caller.user().isBlank() || caller.sandboxed() || caller.logon() == Caller.Logon.ANONYMOUS) {
            return NOTHING;
        }
        if (caller.administrator()) {
            return ADMINISTRATOR;
        }
        return switch (caller.logon()) {
            case INTERACTIVE -> USER;
            case SERVICE, BATCH, OTHER -> STATUS;
            case NETWORK, ANONYMOUS -> NOTHING;
        };
    }
}
