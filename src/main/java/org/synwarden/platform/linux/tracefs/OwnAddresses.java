package org.synwarden.platform.linux.tracefs;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.synwarden.net.Address;
import org.synwarden.net.Scope;

/**
 * The addresses of this process's network namespace, loopback left out, as that is the same in every namespace. Asked
 * for anew at most every 2 s. One thread.
 */
final class OwnAddresses implements Predicate<Address> {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier clock;
    private Set<Address> addresses = Set.of();
    private long askedAt = Long.MIN_VALUE;

    /** Asks the system when needed; the clock is nanoseconds, monotonic. */
    OwnAddresses(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public boolean test(Address address) {
        long now = clock.getAsLong();
        if (askedAt == Long.MIN_VALUE || now - askedAt >= FRESH_NANOS) {
            askedAt = now;
            addresses = ask();
        }
        return addresses.contains(address.withoutZone());
    }

    private static Set<Address> ask() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> address.getAddress())
                    .map(bytes -> Address.ofBytes(bytes, 0, bytes.length))
                    .filter(address -> address.scope() != Scope.LOOPBACK)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException noInterfaces) {
            return Set.of();
        }
    }
}
