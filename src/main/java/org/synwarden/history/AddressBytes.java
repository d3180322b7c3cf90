package org.synwarden.history;

import java.nio.ByteBuffer;
import org.synwarden.net.Address;

/** Addresses as the file holds them: 4 bytes of IPv4, 16 of IPv6, and 4 more for a zone. Network order. */
final class AddressBytes {
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;
    private static final int ZONE = 4;

    private AddressBytes() {}

    static byte[] of(Address address) {
        if (address.isIpv4() && address.zone() == 0) {
            return ByteBuffer.allocate(IPV4).putInt(address.ipv4Bits()).array();
        }
        ByteBuffer bytes = ByteBuffer.allocate(address.zone() == 0 ? IPV6 : IPV6 + ZONE)
                .putLong(address.high())
                .putLong(address.low());
        return address.zone() == 0
                ? bytes.array()
                : bytes.putInt(address.zone()).array();
    }

    /** The address; bytes of another length are an {@link IllegalArgumentException}. */
    static Address read(byte[] bytes) {
        if (bytes.length == IPV4) {
            return Address.ofBytes(bytes, 0, IPV4);
        }
        if (bytes.length != IPV6 && bytes.length != IPV6 + ZONE) {
            throw new IllegalArgumentException("no address has " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Address(buffer.getLong(), buffer.getLong(), bytes.length == IPV6 ? 0 : buffer.getInt());
    }
}
