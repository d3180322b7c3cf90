package org.synwarden.platform.windows.process;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.synwarden.net.LeastRecentMap;

/**
 * Names of accounts by security id. A name that was found is asked for once, because a domain controller may take seconds; at most
 * {@value #BOUND} are kept, those unused for longest make room. Any thread.
 */
final class AccountNames {
    static final int BOUND = 256;

    private final UnaryOperator<String> source;
    private final Map<String, String> known = new LeastRecentMap<>(BOUND);

    /** Asks that source, which answers with the security id itself where there is no name. */
    AccountNames(UnaryOperator<String> source) {
        this.source = source;
    }

    /** The same where it has been asked for already: nobody is asked. */
    Optional<String> known(String sid) {
        synchronized (known) {
            return Optional.ofNullable(known.get(sid));
        }
    }

    /** The account as {@code DOMAIN\name}. */
    String of(String sid) {
        Optional<String> asked = known(sid);
        if (asked.isPresent()) {
            return asked.get();
        }
        String name = source.apply(sid); // outside the lock: nobody waits for a name that is known
        if (!name.equals(sid)) { // a domain that does not answer now may answer later
            synchronized (known) {
                known.put(sid, name);
            }
        }
        return name;
    }
}
