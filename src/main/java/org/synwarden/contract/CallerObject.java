package org.synwarden.contract;

import java.util.Optional;

/**
 * Whom the service takes a client for, inside a status: what the operating system says of it, never what it says itself.
 *
 * @param rights {@value #ALL}, {@value #OWN} or {@value #STATUS}: what it may see and do, {@code docs/security.md}; a word
 *     of a newer service is none of these
 * @param user the account, as processes are shown with it
 * @param account its security id (Windows) or number (Linux), as the rules that it made are shown with it
 */
public record CallerObject(String rights, String user, String account) {
    /** Everything, as administrator. */
    public static final String ALL = "all";

    /** What is the account's own: see it whole, and have it stopped for an hour. */
    public static final String OWN = "own";

    /** To know how the service is. */
    public static final String STATUS = "status";

    static Optional<CallerObject> read(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallerObject(
                        in.get().text("rights"), in.get().text("user"), in.get().text("account")));
    }

    /** Whether it may have everything done. */
    public boolean mayDoAll() {
        return rights.equals(ALL);
    }

    void writeMembers(MemberWriter out) {
        out.text("rights", rights);
        out.text("user", user);
        out.text("account", account);
    }
}
