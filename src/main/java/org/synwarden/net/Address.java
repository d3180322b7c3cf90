package org.synwarden.net;

import java.util.Objects;

/**
 * An IP address as 128 bits. IPv4 is held in its mapped form (RFC 4291 section 2.5.5.2), so that an IPv4-mapped IPv6
 * socket row and the IPv4 packet it belongs to are the same value. Never resolves anything.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 * @param zone the RFC 4007 zone of a link-local address as the system numbers it, 0 when there is none
 */
public record Address(long high, long low, int zone) implements Comparable<Address> {
    private static final long MAPPED = 0xFFFFL << 32;
    private static final long IPV4_NEIGHBOURHOOD = 0xFFFF_FFFF_FFFF_FF00L;
    private static final long MAPPED_MASK = 0xFFFFFFFFL << 32;

    /** An IPv4 address from its 32 bits, most significant octet first. */
    public static Address ipv4(int bits) {
        return new Address(0, MAPPED | (bits & 0xFFFFFFFFL), 0);
    }

    /** An IPv6 address without a zone; the mapped range becomes IPv4. */
    public static Address ipv6(long high, long low) {
        return new Address(high, low, 0);
    }

    /**
     * An address from bytes in network order.
     *
     * @param bytes the array that holds it
     * @param offset where it begins
     * @param length 4 or 16
     * @throws IllegalArgumentException for another length
     */
    public static Address ofBytes(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return switch (length) {
            case 4 -> ipv4((int) bits(bytes, offset, 4));
            case 16 -> ipv6(bits(bytes, offset, 8), bits(bytes, offset + 8, 8));
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + length);
        };
    }

    private static long bits(byte[] bytes, int offset, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | (bytes[offset + i] & 0xFF);
        }
        return value;
    }

    /**
     * Reads a numeric address: dotted IPv4, or IPv6 in any RFC 4291 form, with or without a numeric {@code %zone}.
     *
     * @throws IllegalArgumentException when the text is no numeric address; names are never looked up
     */
    public static Address parse(String text) {
        return AddressText.parse(text);
    }

    /** Whether this is an IPv4 address. */
    public boolean isIpv4() {
        return high == 0 && (low & MAPPED_MASK) == MAPPED;
    }

    /** The 32 bits of an IPv4 address, most significant octet first; meaningless for IPv6. */
    public int ipv4Bits() {
        return (int) low;
    }

    /** The same address without its zone. */
    public Address withoutZone() {
        return zone == 0 ? this : new Address(high, low, 0);
    }

    /** The network of the first {@code prefix} bits, counted as the address's own family counts them. */
    public Subnet subnet(int prefix) {
        return new Subnet(this, prefix);
    }

    /** How far this address reaches. */
    public Scope scope() {
        return isIpv4() ? ipv4Scope() : ipv6Scope();
    }

    private Scope ipv4Scope() {
        int a = ipv4Bits() >>> 24;
        int b = ipv4Bits() >>> 16 & 0xFF;
        if (ipv4Bits() == 0) {
            return Scope.UNSPECIFIED;
        }
        if (a == 127) {
            return Scope.LOOPBACK;
        }
        if (ipv4Bits() == -1) {
            return Scope.BROADCAST;
        }
        if (a >= 224 && a < 240) {
            return Scope.MULTICAST;
        }
        if (a == 169 && b == 254) {
            return Scope.LINK_LOCAL;
        }
        if (a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168)) {
            return Scope.PRIVATE;
        }
        return a == 100 && b >= 64 && b < 128 ? Scope.CGNAT : Scope.PUBLIC;
    }

    private Scope ipv6Scope() {
        if (high == 0 && low == 0) {
            return Scope.UNSPECIFIED;
        }
        if (high == 0 && low == 1) {
            return Scope.LOOPBACK;
        }
        if (high >>> 56 == 0xFF) {
            return Scope.MULTICAST;
        }
        if (high >>> 54 == 0xFE80 >>> 6) {
            return Scope.LINK_LOCAL;
        }
        return high >>> 57 == 0xFC >>> 1 ? Scope.PRIVATE : Scope.PUBLIC;
    }

    /** Stands for this address in hash tables ({@link Fingerprint}). */
    public long fingerprint() {
        long whole = Fingerprint.of(high, low);
        return zone == 0 ? whole : Fingerprint.of(whole, zone);
    }

    /**
     * Stands in hash tables ({@link Fingerprint}) for the neighbourhood of this address
     * ({@link HostNetwork#neighbourhood}).
     */
    public long neighbourhoodFingerprint() {
        return isIpv4() ? Fingerprint.of(high, low & IPV4_NEIGHBOURHOOD) : Fingerprint.of(high, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && high == that.high && low == that.low && zone == that.zone;
    }

    @Override
    public int hashCode() {
        long mixed = (high * 31 + low) * 31 + zone;
        mixed *= 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32);
    }

    /** Numeric order, IPv4 before most of IPv6. */
    @Override
    public int compareTo(Address other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        return byLow != 0 ? byLow : Integer.compare(zone, other.zone);
    }

    /** The RFC 5952 text, with {@code %zone} when there is one. */
    @Override
    public String toString() {
        return AddressText.format(this);
    }
}
