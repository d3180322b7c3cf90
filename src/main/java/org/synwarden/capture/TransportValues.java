package org.synwarden.capture;

/** The values of TCP (RFC 9293) and UDP (RFC 768) headers, and whether there is DNS behind them. */
final class TransportValues {
    private static final int PORTS = 4;
    private static final int SHORTEST_TCP = 20;
    /** tshark reads the flags and the window behind them in one go. */
    private static final int FLAGS_AND_WINDOW = 16;

    private static final int RST = 0x04;
    private static final int UDP = 8;
    private static final int DNS = 53;
    /** As much of a message as tshark wants to see: its number and its flags. */
    private static final int LEAST_DNS = 4;

    private static final int MDNS = 5353;

    private TransportValues() {}

    static void readTcp(Cursor cursor, PacketValues into) {
        if (!cursor.has(PORTS)) {
            return;
        }
        into.has(PacketProtocol.TCP);
        int source = cursor.u16(0);
        int destination = cursor.u16(2);
        into.tcpPorts(source, destination);
        int headerLength = cursor.has(13) ? (cursor.u8(12) >>> 4) * 4 : 0;
        if (headerLength < SHORTEST_TCP || !cursor.has(FLAGS_AND_WINDOW)) {
            return;
        }
        int flags = cursor.u16(12) & 0xFFF;
        into.tcpFlags(flags);
        boolean nameServer = source == DNS || destination == DNS || source == MDNS || destination == MDNS;
        if (nameServer && (flags & RST) == 0 && cursor.has(headerLength + 1)) {
            into.has(PacketProtocol.DNS);
        }
    }

    static void readUdp(Cursor cursor, PacketValues into, boolean lite) {
        if (!cursor.has(PORTS)) {
            return;
        }
        if (!lite) {
            into.has(PacketProtocol.UDP);
        }
        int source = cursor.u16(0);
        int destination = cursor.u16(2);
        into.udpPorts(source, destination);
        if ((source == DNS || destination == DNS) && cursor.has(UDP + LEAST_DNS) && cursor.u16(4) > UDP) {
            into.has(PacketProtocol.DNS);
        }
    }
}
