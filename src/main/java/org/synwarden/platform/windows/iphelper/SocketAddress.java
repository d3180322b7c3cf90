package org.synwarden.platform.windows.iphelper;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.platform.windows.bindings.IpHelper;

/** Reads the address out of a SOCKADDR_IN or SOCKADDR_IN6 (ws2def.h, ws2ipdef.h), without its zone. Pure. */
final class SocketAddress {
    /** Size of SOCKADDR_IN. */
    static final int SHORTEST = 16;

    private static final int IPV4 = 4;
    private static final int IPV6 = 8;
    private static final int IPV6_BYTES = 16;

    private SocketAddress() {}

    /** The address there; empty for another family, and where the block ends too soon. */
    static Optional<Address> read(ByteBuffer block, int at) {
        return switch (block.getShort(at)) {
            case IpHelper.AF_INET -> bytes(block, at + IPV4, Integer.BYTES);
            case IpHelper.AF_INET6 -> bytes(block, at + IPV6, IPV6_BYTES);
            default -> Optional.empty();
        };
    }

    private static Optional<Address> bytes(ByteBuffer block, int at, int length) {
        if (at > block.capacity() - length) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        block.get(at, bytes);
        return Optional.of(Address.ofBytes(bytes, 0, length));
    }
}
