package org.synwarden.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.net.Address;

/**
 * A positive name query response of NetBIOS (RFC 1002 section 4.2.13): which addresses a name has. The name is that of
 * the computer or group without its 16th octet, which says for what service (RFC 1001 section 14.1). Node status responses
 * are not looked at: they go from an address to its names, so whoever asks all addresses for theirs would seem to have
 * known every one by name. For the same reason the name {@code *}, which everybody answers to, is none.
 */
final class NetbiosAnswer {
    private static final int HEADER = 12;
    private static final int ENCODED_NAME = 32;
    private static final int NAME_CHARACTERS = 15;
    private static final int RECORD_HEADER = 10;
    private static final int TYPE_NB = 0x20;
    private static final int INTERNET = 1;
    private static final int ENTRY = 6;
    private static final int MOST_ADDRESSES = 64;

    private final List<Address> addresses = new ArrayList<>();
    private String name = "";

    /**
     * Moves to the message between these offsets of the frame; its header must be there.
     *
     * @return whether it gives a name addresses
     */
    boolean read(Frame frame, int begin, int end) {
        addresses.clear();
        int record = begin + HEADER;
        if (frame.u16(begin + 4) != 0 || frame.u16(begin + 6) == 0 || end - record < 1 + ENCODED_NAME) {
            return false;
        }
        Optional<String> owner = decoded(frame, record);
        int fields = afterName(frame, record, end);
        if (owner.isEmpty()
                || end - fields < RECORD_HEADER
                || frame.u16(fields) != TYPE_NB
                || frame.u16(fields + 2) != INTERNET) {
            return false;
        }
        name = owner.get();
        int first = fields + RECORD_HEADER;
        int length = Math.min(frame.u16(fields + 8), end - first);
        for (int at = first; at + ENTRY <= first + length && addresses.size() < MOST_ADDRESSES; at += ENTRY) {
            addresses.add(frame.address(at + 2, 4));
        }
        return !addresses.isEmpty();
    }

    /** Half an octet a letter, A for 0 (RFC 1001 section 14.1); empty when it is no name, or not one of somebody. */
    private static Optional<String> decoded(Frame frame, int offset) {
        if (frame.u8(offset) != ENCODED_NAME) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NAME_CHARACTERS; i++) {
            int high = frame.u8(offset + 1 + 2 * i) - 'A';
            int low = frame.u8(offset + 2 + 2 * i) - 'A';
            if ((high | low) >>> 4 != 0) {
                return Optional.empty();
            }
            DnsName.append(text, high << 4 | low);
        }
        String name = text.toString().replaceAll("(\\\\032|\\\\000)+$", "");
        return name.isEmpty() || name.startsWith("*") ? Optional.empty() : Optional.of(name);
    }

    /** Behind the encoded name come the labels of its scope. */
    private static int afterName(Frame frame, int offset, int end) {
        int at = offset;
        while (at < end && frame.u8(at) != 0) {
            at += 1 + frame.u8(at);
        }
        return at + 1;
    }

    /** The name, in lower case. */
    String name() {
        return name;
    }

    /** Its addresses, at most {@value #MOST_ADDRESSES}. */
    List<Address> addresses() {
        return addresses;
    }
}
