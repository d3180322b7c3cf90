package org.synwarden.capture;

/**
 * The packets a live capture asks the kernel for: TCP segments that open, refuse or end a flow, ICMP and ICMPv6, ARP, and
 * name answers. All data stays in the kernel, so that a busy PC costs no more than a quiet one; of the segments that
 * {@link FrameDecoder} takes as sign of a completed handshake, only those with FIN are seen live.
 */
final class ControlPackets {
    /**
     * A pcap-filter(7) expression. It has no words for TCP flags over IPv6, hence the offsets (RFC 8200: next header at
     * 6, TCP flags at 40 + 13); packets with extension headers are few and all come through.
     */
    static final String FILTER = "tcp[tcpflags] & (tcp-syn|tcp-fin|tcp-rst) != 0"
            + " or (ip6[6] == 6 and ip6[53] & 0x07 != 0)"
            + " or ip6[6] == 0 or ip6[6] == 43 or ip6[6] == 44 or ip6[6] == 51 or ip6[6] == 60"
            + " or icmp or icmp6 or arp"
            + " or udp src port 53 or udp src port 5353 or udp src port 5355";

    private ControlPackets() {}
}
