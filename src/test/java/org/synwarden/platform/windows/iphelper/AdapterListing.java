package org.synwarden.platform.windows.iphelper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.synwarden.net.Address;

/** Writes a block as GetAdaptersAddresses does: each adapter with one address, its text and the next adapter behind it. */
final class AdapterListing {
    static final long START = 0x7F00_1234_0000L;

    private static final int ADAPTER = 448;
    private static final int UNICAST = 64;

    private final ByteBuffer block = ByteBuffer.allocate(8_192).order(ByteOrder.LITTLE_ENDIAN);
    private int end;
    private int last = -1;

    /** Adds an adapter with that status and address. */
    AdapterListing with(int index, int type, int status, String description, String address, int prefix) {
        int at = end;
        if (last >= 0) {
            block.putLong(last + 8, START + at);
        }
        last = at;
        int unicast = at + ADAPTER;
        int socketAddress = unicast + UNICAST;
        int text = socketAddress + 32;
        block.putInt(at + 4, index);
        block.putLong(at + 24, START + unicast);
        block.putLong(at + 64, START + text);
        block.putInt(at + 100, type);
        block.putInt(at + 104, status);
        block.putInt(at + 108, index);
        block.putInt(at + 216, 25);
        block.putInt(at + 220, 35);
        block.putLong(unicast + 16, START + socketAddress);
        block.put(unicast + 56, (byte) prefix);
        writeAddress(block, socketAddress, Address.parse(address));
        byte[] bytes = (description + "\0" + nameOf(index) + "\0").getBytes(StandardCharsets.UTF_16LE);
        block.putLong(at + 72, START + text + (description.length() + 1L) * Character.BYTES);
        block.put(text, bytes);
        end = text + bytes.length + 7 & ~7;
        return this;
    }

    /** What the user calls the adapter with that index. */
    static String nameOf(int index) {
        return "Ethernet " + index;
    }

    /** Writes a SOCKADDR_INET. */
    static void writeAddress(ByteBuffer block, int at, Address address) {
        if (address.isIpv4()) {
            block.putShort(at, (short) 2);
            block.putInt(at + 4, Integer.reverseBytes(address.ipv4Bits()));
        } else {
            block.putShort(at, (short) 23);
            block.putLong(at + 8, Long.reverseBytes(address.high()));
            block.putLong(at + 16, Long.reverseBytes(address.low()));
        }
    }

    /** Lets the adapter that was added last point to the first. */
    AdapterListing inACircle() {
        block.putLong(last + 8, START);
        return this;
    }

    ByteBuffer bytes() {
        return block;
    }
}
