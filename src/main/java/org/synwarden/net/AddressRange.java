package org.synwarden.net;

/**
 * All addresses from the first to the last, both included, of one family.
 *
 * @param first without a zone
 * @param last not before the first
 */
public record AddressRange(Address first, Address last) {
    /** Two families, or an end before the beginning, are an {@link IllegalArgumentException}. */
    public AddressRange {
        if (first.isIpv4() != last.isIpv4() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("no range goes from " + first + " to " + last);
        }
    }

    /** The range of a whole network. */
    public static AddressRange of(Subnet subnet) {
        int free = (subnet.base().isIpv4() ? Integer.SIZE : 2 * Long.SIZE) - subnet.prefix();
        Address base = subnet.base();
        return new AddressRange(
                base, Address.ipv6(base.high() | ones(free - Long.SIZE), base.low() | ones(Math.min(free, Long.SIZE))));
    }

    /**
     * Reads {@code FIRST-LAST}, {@code BASE/PREFIX}, {@code BASE/MASK} (IPv4) or one address.
     *
     * @throws IllegalArgumentException when the text is none of them
     */
    public static AddressRange parse(String text) {
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return new AddressRange(Address.parse(text.substring(0, dash)), Address.parse(text.substring(dash + 1)));
        }
        int slash = text.indexOf('/');
        boolean masked = slash >= 0 && text.indexOf('.', slash) >= 0;
        return of(Subnet.parse(masked ? text.substring(0, slash + 1) + prefix(text.substring(slash + 1)) : text));
    }

    private static int prefix(String mask) {
        int bits = Address.parse(mask).ipv4Bits();
        int prefix = Integer.numberOfLeadingZeros(~bits);
        if (bits != (int) (-1L << Integer.SIZE - prefix)) {
            throw new IllegalArgumentException("the bits of a network mask stand together, not as in " + mask);
        }
        return prefix;
    }

    /** As many bits at the end as are asked for. */
    private static long ones(int count) {
        return count <= 0 ? 0 : -1L >>> Long.SIZE - count;
    }

    /** Whether the address, whatever its zone, is one of them. */
    public boolean contains(Address address) {
        Address plain = address.withoutZone();
        return first.isIpv4() == plain.isIpv4() && first.compareTo(plain) <= 0 && plain.compareTo(last) <= 0;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "-" + last;
    }
}
