package org.synwarden.attempt;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;

/**
 * Which addresses were given to which host by an answer to a name question. An answer vouches for 24 h; at most 8,192
 * addresses are remembered. A name that spells its own address ({@code 1-2-3-4.nip.io}) vouches for nothing: anybody can
 * have a name for any address that way.
 */
public final class NameBook {
    /** How many (host, address) pairs are remembered. */
    public static final int BOUND = 8_192;

    private static final long VOUCHES_NANOS = TimeUnit.HOURS.toNanos(24);

    private record Given(Address host, Address address) {}

    private final LeastRecentMap<Given, Long> given = new LeastRecentMap<>(BOUND);

    /** An answer gave the host that address. */
    public void resolved(Address host, String name, Address address, long at) {
        if (!spells(name, address)) {
            given.put(new Given(host, address), at);
        }
    }

    /** Whether an answer to this host gave that address in the last 24 h. */
    public boolean isNamed(Address host, Address address, long at) {
        Long when = given.get(new Given(host, address));
        return when != null && at - when <= VOUCHES_NANOS;
    }

    static boolean spells(String name, Address address) {
        String text = name.toLowerCase(Locale.ROOT);
        if (!address.isIpv4()) {
            String dashed = address.toString().replace(':', '-');
            return text.contains(dashed);
        }
        String dotted = address.toString();
        String hex = String.format(Locale.ROOT, "%08x", address.ipv4Bits());
        return text.contains(dotted) || text.contains(dotted.replace('.', '-')) || text.contains(hex);
    }
}
