package org.synwarden.attempt;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;
import org.synwarden.net.Fingerprint;

/**
 * Which addresses were given to which host by an answer to a name question. An answer vouches for 24 h; at most 8,192
 * addresses are remembered. A name that spells its own address ({@code 1-2-3-4.nip.io}) vouches for nothing: anybody can
 * have a name for any address that way.
 */
public final class NameBook {
    /** How many (host, address) pairs are remembered. */
    public static final int BOUND = 8_192;

    private static final long VOUCHES_NANOS = TimeUnit.HOURS.toNanos(24);

    private final LeastRecentSlots given = new LeastRecentSlots(BOUND);
    private long[] when = {};

    /** An answer gave the host that address. */
    public void resolved(Address host, String name, Address address, long at) {
        if (!spells(name, address)) {
            long pair = pair(host, address);
            int slot = given.find(pair);
            if (slot == LongSlots.NONE) {
                slot = given.add(pair);
                when = given.capacity() == when.length ? when : Arrays.copyOf(when, given.capacity());
            }
            when[slot] = at;
        }
    }

    /** Whether an answer to this host gave that address in the last 24 h. */
    public boolean isNamed(Address host, Address address, long at) {
        if (given.size() == 0) {
            return false;
        }
        int slot = given.find(pair(host, address));
        return slot != LongSlots.NONE && at - when[slot] <= VOUCHES_NANOS;
    }

    private static long pair(Address host, Address address) {
        return Fingerprint.of(host.fingerprint(), address.fingerprint());
    }

    /** How many pairs are remembered. */
    public int size() {
        return given.size();
    }

    /** How many pairs were forgotten early because the bound was reached. */
    public long evictions() {
        return given.evictions();
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
