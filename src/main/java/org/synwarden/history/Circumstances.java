package org.synwarden.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.synwarden.net.Address;

/**
 * Where and when a router's line is read.
 *
 * @param now the time on this PC
 * @param zone where the router is taken to be when the line does not say
 * @param skew how much the router's clock is ahead of this PC's
 * @param own the addresses of this PC
 * @param local the address that is to be taken for this PC's, whatever it has; absent to find out
 */
public record Circumstances(Instant now, ZoneId zone, Duration skew, Set<Address> own, Optional<Address> local) {
    /** Copies the set. */
    public Circumstances {
        own = Set.copyOf(own);
    }

    boolean isOurs(Address address) {
        return local.isPresent() ? local.get().equals(address) : own.contains(address.withoutZone());
    }
}
