package org.synwarden.control;

import java.util.Map;
import java.util.function.LongSupplier;
import org.synwarden.net.LeastRecentMap;

/**
 * How often somebody who is no administrator makes the service record something: {@value #AT_ONCE} times at once and
 * {@value #A_MINUTE} times a minute, an account; else one user could fill the history with refusals. At most
 * {@value #ACCOUNTS} accounts are remembered, the one unused for longest makes room. Any thread.
 */
final class RecordLimits {
    static final int AT_ONCE = 64;
    static final int A_MINUTE = 10;
    static final int ACCOUNTS = 64;

    private static final double SECONDS = 60;

    private final LongSupplier nanoClock;
    private final Map<String, RateLimiter> byAccount = new LeastRecentMap<>(ACCOUNTS);

    /** Nobody has recorded anything yet; the clock tells monotonic nanoseconds. */
    RecordLimits(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Whether something of that caller's may be recorded now; counts it if so. */
    synchronized boolean admit(Caller caller) {
        return Standing.of(caller) == Standing.ADMINISTRATOR
                || byAccount
                        .computeIfAbsent(caller.id(), id -> new RateLimiter(A_MINUTE / SECONDS, AT_ONCE, nanoClock))
                        .tryAcquire();
    }
}
