package org.synwarden.capture;

/**
 * A header that {@link PacketDecoder} knows to read. How many of its bytes must have been captured for it to count as
 * there is as in tshark.
 */
enum Header {
    NONE {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            return NONE;
        }
    },
    ARP {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            if (cursor.has(2)) {
                into.has(PacketProtocol.ARP);
            }
            return NONE;
        }
    },
    /** What claims to be IPv4; the version decides. */
    IP {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            if (!cursor.has(1)) {
                return NONE;
            }
            into.has(PacketProtocol.IP);
            int version = cursor.u8(0) >>> 4;
            return version == 4 ? Ipv4Values.read(cursor, into) : version == 6 ? IPV6 : NONE;
        }
    },
    IPV6 {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            return Ipv6Values.read(cursor, into);
        }
    },
    TCP {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            TransportValues.readTcp(cursor, into);
            return NONE;
        }
    },
    UDP {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            TransportValues.readUdp(cursor, into, false);
            return NONE;
        }
    },
    /** RFC 3828; its ports are those of UDP, but it is not UDP. */
    UDP_LITE {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            TransportValues.readUdp(cursor, into, true);
            return NONE;
        }
    },
    ICMP {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            if (!cursor.has(6)) {
                return NONE;
            }
            into.has(PacketProtocol.ICMP);
            return QuotedPacket.inIcmp(cursor, into);
        }
    },
    ICMPV6 {
        @Override
        Header read(Cursor cursor, PacketValues into) {
            into.has(PacketProtocol.ICMPV6);
            return QuotedPacket.inIcmpv6(cursor, into);
        }
    };

    /** Tells what this header says, and moves on to the one it answers. */
    abstract Header read(Cursor cursor, PacketValues into);

    /** The header that an IP protocol number announces. */
    static Header ofProtocol(int protocol) {
        return switch (protocol) {
            case IpHeader.ICMP -> ICMP;
            case IpHeader.TCP -> TCP;
            case IpHeader.UDP -> UDP;
            case IpHeader.ICMPV6 -> ICMPV6;
            case 136 -> UDP_LITE;
            default -> NONE;
        };
    }
}
