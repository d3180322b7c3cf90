package org.synwarden.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Subnet;

/**
 * What of the judging is the user's to set, while it runs; the measured numbers of the rules are not.
 *
 * @param natCapacity entries of the router's NAT table
 * @param natSynLife how long the router keeps the entry of a SYN without answer, nanoseconds
 * @param muted kinds of behaviour that are told without any noise; a router's table that fills is never among them
 * @param ownNetworks networks that are this host's own although it reaches them by a router
 */
public record DetectionSettings(int natCapacity, long natSynLife, Set<Kind> muted, List<Subnet> ownNetworks) {
    /** Kinds that may be muted. */
    public static final Set<Kind> MUTABLE = Set.copyOf(EnumSet.complementOf(EnumSet.of(Kind.NAT_PRESSURE)));

    /** Copies the collections; a kind that may not be muted is an {@link IllegalArgumentException}. */
    public DetectionSettings {
        muted = Set.copyOf(muted);
        ownNetworks = List.copyOf(ownNetworks);
        if (!MUTABLE.containsAll(muted)) {
            throw new IllegalArgumentException(Kind.NAT_PRESSURE.text() + " cannot be muted");
        }
    }

    /** Nothing is muted, and the router is an ordinary one: 4,096 entries, 120 s. */
    public static DetectionSettings defaults() {
        return new DetectionSettings(4_096, TimeUnit.SECONDS.toNanos(120), Set.of(), List.of());
    }
}
