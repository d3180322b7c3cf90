package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Scope;

/**
 * Both ends of a connection as events hold them: two socket addresses, each behind its length. Pure. Pages "SOCKADDR_IN",
 * "SOCKADDR_IN6 structure".
 *
 * @param local port 0 where the address or the port is not chosen yet
 */
record Ends(Endpoint local, Endpoint remote) {
    private static final int AF_UNSPEC = 0;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;
    private static final int INET_SIZE = 16;
    private static final int INET6_SIZE = 28;

    /** A SOCKADDR_STORAGE; whatever claims to be longer is no socket address. */
    private static final int LARGEST = 128;

    private static final Endpoint NONE = new Endpoint(Address.ipv4(0), 0);

    /** Reads both from the buffer's position on, and moves it behind them; empty when they are not what they should be. */
    static Optional<Ends> read(ByteBuffer fields) {
        Optional<Endpoint> local = socketAddress(fields, Optional.of(NONE));
        Optional<Endpoint> remote = local.isPresent() ? socketAddress(fields, Optional.empty()) : Optional.empty();
        return remote.map(end -> new Ends(chosen(local.get()), end));
    }

    /** Whether the remote end is the unspecified address, to which nothing can leave; programs may try it all the same. */
    boolean isNowhere() {
        return remote.address().scope() == Scope.UNSPECIFIED;
    }

    private static Optional<Endpoint> socketAddress(ByteBuffer fields, Optional<Endpoint> whereNone) {
        if (fields.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = fields.getInt();
        if (length < 0 || length > LARGEST || length > fields.remaining()) {
            return Optional.empty();
        }
        ByteBuffer address = fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        fields.position(fields.position() + length);
        return endpoint(address, whereNone);
    }

    private static Optional<Endpoint> endpoint(ByteBuffer address, Optional<Endpoint> whereNone) {
        int length = address.remaining();
        int family = length < Short.BYTES ? AF_UNSPEC : address.getShort(0);
        if (family == AF_UNSPEC) {
            return whereNone;
        }
        if (family == AF_INET && length >= INET_SIZE) {
            return Optional.of(new Endpoint(Address.ipv4(Integer.reverseBytes(address.getInt(4))), port(address)));
        }
        if (family == AF_INET6 && length >= INET6_SIZE) {
            return Optional.of(new Endpoint(ipv6(address), port(address)));
        }
        return Optional.empty();
    }

    private static int port(ByteBuffer address) {
        return Byte.toUnsignedInt(address.get(2)) << 8 | Byte.toUnsignedInt(address.get(3));
    }

    /** Only a link-local address has a zone. */
    private static Address ipv6(ByteBuffer fields) {
        long high = Long.reverseBytes(fields.getLong(8));
        long low = Long.reverseBytes(fields.getLong(16));
        Address address = Address.ipv6(high, low);
        return address.scope() == Scope.LINK_LOCAL && !address.isIpv4()
                ? new Address(high, low, fields.getInt(24))
                : address;
    }

    /** A port without an address says nothing of a flow yet. */
    private static Endpoint chosen(Endpoint local) {
        return local.address().scope() == Scope.UNSPECIFIED ? new Endpoint(local.address(), 0) : local;
    }
}
