package org.synwarden.capture;

import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;

/**
 * Where things are in an IP packet: IPv4 (RFC 791) with its options, IPv6 (RFC 8200) with hop-by-hop, routing,
 * destination and fragment headers and the Authentication Header (RFC 4302). A view that is moved from packet to
 * packet; of a fragmented packet only the first fragment is looked at, because only there are ports. Tunnels are not
 * looked into: an outer packet is what leaves this PC.
 */
final class IpHeader {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int FRAGMENT_OFFSET = 0x1FFF;
    /** 2^64 divided by the golden ratio, made odd: multiplying by it spreads neighbouring numbers. */
    private static final long FINGERPRINT_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private Frame frame;
    private int addresses;
    private int addressLength;
    private int protocol;
    private int payload;
    private int end;
    /** From whom the last packet came that was asked for its source. */
    private Address source = Address.ipv4(0);

    /** Starts out on an empty frame. */
    IpHeader() {
        frame = Frame.of(0, 0, 0, new byte[0]);
    }

    /**
     * Moves to the packet at this offset.
     *
     * @param limit where the bytes end that may belong to it
     * @return false when there is no IP header, or nothing of its payload that could be looked at
     */
    boolean read(Frame frame, int offset, int limit) {
        this.frame = frame;
        if (limit <= offset) {
            return false;
        }
        return switch (frame.u8(offset) >>> 4) {
            case 4 -> readIpv4(offset, limit);
            case 6 -> readIpv6(offset, limit);
            default -> false;
        };
    }

    private boolean readIpv4(int offset, int limit) {
        if (limit - offset < IPV4_HEADER || (frame.u16(offset + 6) & FRAGMENT_OFFSET) != 0) {
            return false;
        }
        int headerLength = (frame.u8(offset) & 0x0F) * 4;
        protocol = frame.u8(offset + 9);
        addresses = offset + 12;
        addressLength = 4;
        payload = offset + headerLength;
        end = end(offset, frame.u16(offset + 2), limit);
        return headerLength >= IPV4_HEADER && payload < end;
    }

    private boolean readIpv6(int offset, int limit) {
        if (limit - offset < IPV6_HEADER) {
            return false;
        }
        int payloadLength = frame.u16(offset + 4);
        addresses = offset + 8;
        addressLength = 16;
        end = end(offset, payloadLength == 0 ? 0 : IPV6_HEADER + payloadLength, limit);
        return passExtensions(offset + IPV6_HEADER, frame.u8(offset + 6));
    }

    /** A length of 0 means that the network card was to cut the packet up, or a jumbogram (RFC 2675). */
    private static int end(int offset, int length, int limit) {
        return length == 0 ? limit : Math.min(limit, offset + length);
    }

    private boolean passExtensions(int offset, int firstHeader) {
        int at = offset;
        int header = firstHeader;
        while (end - at >= 8) {
            int length;
            switch (header) {
                case 0, 43, 60 -> length = (frame.u8(at + 1) + 1) * 8;
                case 51 -> length = (frame.u8(at + 1) + 2) * 4;
                case 44 -> {
                    if (frame.u16(at + 2) >>> 3 != 0) {
                        return false;
                    }
                    length = 8;
                }
                default -> {
                    protocol = header;
                    payload = at;
                    return true;
                }
            }
            header = frame.u8(at);
            at += length;
        }
        return false;
    }

    /** The protocol of the payload (IANA protocol numbers). */
    int protocol() {
        return protocol;
    }

    /** Where the payload begins in the frame. */
    int payload() {
        return payload;
    }

    /** How many bytes of the payload were captured; padding of the link layer is not among them. */
    int payloadLength() {
        return end - payload;
    }

    /** From whom the packet comes: the same object as long as that is the same host, as it often is. */
    Address source() {
        if (!frame.shows(source, addresses, addressLength)) {
            source = frame.address(addresses, addressLength);
        }
        return source;
    }

    /** To whom the packet goes. */
    Address destination() {
        return frame.address(addresses + addressLength, addressLength);
    }

    /** The flow as the sender sees it; the payload must begin with its two ports. */
    Flow senderFlow(Protocol transport) {
        return new Flow(transport, source(), frame.u16(payload), destination(), frame.u16(payload + 2));
    }

    /** The flow as the receiver sees it; the payload must begin with its two ports. */
    Flow receiverFlow(Protocol transport) {
        return new Flow(transport, destination(), frame.u16(payload + 2), source(), frame.u16(payload));
    }

    /**
     * A number that stands for {@link #senderFlow}, never 0, its upper bits as well mixed as its lower ones; the payload
     * must begin with its two ports.
     */
    long senderFingerprint() {
        long mixed = frame.i32(payload);
        for (int at = addresses; at < addresses + 2 * addressLength; at += Integer.BYTES) {
            mixed = (mixed ^ frame.i32(at)) * FINGERPRINT_FACTOR;
            mixed ^= mixed >>> 32;
        }
        mixed *= FINGERPRINT_FACTOR;
        return mixed == 0 ? 1 : mixed;
    }
}
