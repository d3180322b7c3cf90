package org.synwarden.net;

/**
 * A network: the addresses that share the first {@code prefix} bits with {@code base}.
 *
 * @param base any address of the network; kept with its host bits cleared and without its zone
 * @param prefix bits, 0 to 32 for IPv4 and 0 to 128 for IPv6
 */
public record Subnet(Address base, int prefix) {
    private static final int MAPPED_BITS = 96;

    /** Clears the host bits; an impossible prefix is an {@link IllegalArgumentException}. */
    public Subnet {
        int longest = base.isIpv4() ? 32 : 128;
        if (prefix < 0 || prefix > longest) {
            throw new IllegalArgumentException("a prefix of " + base + " has 0 to " + longest + " bits, not " + prefix);
        }
        int bits = base.isIpv4() ? prefix + MAPPED_BITS : prefix;
        base = Address.ipv6(base.high() & mask(Math.min(bits, 64)), base.low() & mask(Math.max(bits - 64, 0)));
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << 64 - bits;
    }

    /** Reads {@code address/prefix}; a bare address is the network of that address alone. */
    public static Subnet parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Address only = Address.parse(text);
            return new Subnet(only, only.isIpv4() ? 32 : 128);
        }
        try {
            return new Subnet(Address.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(AddressText.shown(text) + " is not a network such as 192.168.0.0/16", e);
        }
    }

    /** Whether the address lies in this network; a zone does not matter. */
    public boolean contains(Address address) {
        if (address.isIpv4() != base.isIpv4()) {
            return false;
        }
        int bits = base.isIpv4() ? prefix + MAPPED_BITS : prefix;
        return (address.high() & mask(Math.min(bits, 64))) == base.high()
                && (address.low() & mask(Math.max(bits - 64, 0))) == base.low();
    }

    @Override
    public String toString() {
        return base + "/" + prefix;
    }
}
