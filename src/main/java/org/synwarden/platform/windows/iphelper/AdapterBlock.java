package org.synwarden.platform.windows.iphelper;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.net.Address;

/**
 * What GetAdaptersAddresses answers with: a list of IP_ADAPTER_ADDRESSES_LH (page of that name), each with a list of
 * IP_ADAPTER_UNICAST_ADDRESS_LH, all in one block and linked by their addresses in memory. Offsets are those of 64-bit
 * Windows. Links that lead out of the block, or go on for ever, end the list. Pure.
 */
final class AdapterBlock {
    private static final int ADAPTER_SIZE = 224;
    private static final int INDEX = 4;
    private static final int NEXT = 8;
    private static final int FIRST_UNICAST = 24;
    private static final int DESCRIPTION = 64;
    private static final int FRIENDLY_NAME = 72;
    private static final int TYPE = 100;
    private static final int STATUS = 104;
    private static final int INDEX6 = 108;
    private static final int METRIC4 = 216;
    private static final int METRIC6 = 220;

    private static final int UNICAST_SIZE = 57;
    private static final int SOCKET_ADDRESS = 16;
    private static final int ON_LINK_PREFIX = 56;

    /** {@code IfOperStatusDown}, {@code IfOperStatusNotPresent}, {@code IfOperStatusLowerLayerDown}. */
    private static final List<Integer> DOWN = List.of(2, 6, 7);

    /** Longer names are cut; Windows' own have at most 132 characters ({@code MAX_ADAPTER_DESCRIPTION_LENGTH}). */
    private static final int LONGEST_NAME = 256;

    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final ByteBuffer block;
    private final long start;

    private AdapterBlock(ByteBuffer block, long start) {
        this.block = block;
        this.start = start;
    }

    /**
     * The adapters that are not down.
     *
     * @param block the bytes that the system wrote, little-endian
     * @param start where the first of them stands in memory
     */
    static List<Adapter> parse(ByteBuffer block, long start) {
        return new AdapterBlock(block, start).adapters();
    }

    private List<Adapter> adapters() {
        List<Adapter> found = new ArrayList<>();
        int most = block.capacity() / ADAPTER_SIZE;
        for (long at = 0; holds(at, ADAPTER_SIZE) && most > 0; most--) {
            int here = (int) at;
            if (!DOWN.contains(block.getInt(here + STATUS))) {
                found.add(adapter(here));
            }
            at = link(here + NEXT);
        }
        return found;
    }

    private Adapter adapter(int at) {
        return new Adapter(
                block.getInt(at + INDEX),
                block.getInt(at + INDEX6),
                block.getInt(at + TYPE),
                text(link(at + FRIENDLY_NAME)),
                text(link(at + DESCRIPTION)),
                held(link(at + FIRST_UNICAST)),
                block.getInt(at + METRIC4) & UNSIGNED,
                block.getInt(at + METRIC6) & UNSIGNED);
    }

    private List<Adapter.Held> held(long first) {
        List<Adapter.Held> found = new ArrayList<>();
        int most = block.capacity() / UNICAST_SIZE;
        for (long at = first; holds(at, UNICAST_SIZE) && most > 0; most--) {
            int here = (int) at;
            int prefix = block.get(here + ON_LINK_PREFIX) & 0xFF;
            socketAddress(link(here + SOCKET_ADDRESS)).ifPresent(address -> found.add(held(address, prefix)));
            at = link(here + NEXT);
        }
        return found;
    }

    private static Adapter.Held held(Address address, int prefix) {
        int longest = address.isIpv4() ? Integer.SIZE : 2 * Long.SIZE;
        return new Adapter.Held(address, address.subnet(Math.min(prefix, longest)));
    }

    private Optional<Address> socketAddress(long at) {
        return holds(at, SocketAddress.SHORTEST) ? SocketAddress.read(block, (int) at) : Optional.empty();
    }

    /** Where in the block that points to which stands there; outside of it for NULL. */
    private long link(int at) {
        return block.getLong(at) - start;
    }

    private boolean holds(long at, int size) {
        return at >= 0 && at <= block.capacity() - size;
    }

    private String text(long first) {
        StringBuilder text = new StringBuilder();
        for (long at = first; holds(at, Character.BYTES) && text.length() < LONGEST_NAME; at += Character.BYTES) {
            char next = block.getChar((int) at);
            if (next == 0) {
                break;
            }
            text.append(next);
        }
        return text.toString();
    }
}
