package org.synwarden.capture;

import java.util.Collection;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;

/**
 * The packets a live capture asks the kernel for: TCP segments that open, refuse or end a flow, ICMP and ICMPv6, ARP,
 * name answers, and UDP datagrams to and from single hosts. All other data of TCP stays in the kernel, so that a busy PC costs
 * no more than a quiet one; of the segments that {@link FrameDecoder} takes as sign of a completed handshake, only those
 * with FIN are seen live. Of UDP stays in the kernel what can be known there to be no first datagram: later fragments,
 * and QUIC after its handshake (RFC 9000 section 17.3: a short header on port 443). {@link DatagramBudget} bounds the
 * rest.
 */
final class ControlPackets {
    /**
     * A pcap-filter(7) expression. It has no words for TCP flags over IPv6, hence the offsets (RFC 8200: next header at
     * 6, TCP flags at 40 + 13); packets with extension headers are few and all come through.
     */
    private static final String CONTROL = "tcp[tcpflags] & (tcp-syn|tcp-fin|tcp-rst) != 0"
            + " or (ip6[6] == 6 and ip6[53] & 0x07 != 0)"
            + " or ip6[6] == 0 or ip6[6] == 43 or ip6[6] == 44 or ip6[6] == 51 or ip6[6] == 60"
            + " or icmp or icmp6 or arp"
            + " or tcp src port 53 or udp src port 53 or udp src port 137 or udp src port 5353 or udp src port 5355";

    /** IPv4: fragment offset at 6, destination at 16. IPv6: destination at 24, ports at 40, length at 44, data at 48. */
    private static final String DATAGRAMS = "(ip proto 17 and ip[6:2] & 0x1fff = 0 and ip[16] < 224"
            + " and not (udp port 443 and udp[4:2] > 8 and udp[8] & 0xc0 = 0x40))"
            + " or (ip6[6] == 17 and ip6[24] != 0xff"
            + " and not ((ip6[40:2] = 443 or ip6[42:2] = 443) and ip6[44:2] > 8 and ip6[48] & 0xc0 = 0x40))";

    private ControlPackets() {}

    /** Without datagrams, name answers apart. */
    static String withoutDatagrams() {
        return CONTROL;
    }

    /** With all datagrams but those of these flows, either way. */
    static String withDatagramsBut(Collection<Flow> flows) {
        StringBuilder filter =
                new StringBuilder(CONTROL).append(" or ((").append(DATAGRAMS).append(')');
        for (Flow flow : flows) {
            filter.append(" and not (");
            append(filter, flow.local());
            filter.append(" and ");
            append(filter, flow.remote());
            filter.append(')');
        }
        return filter.append(')').toString();
    }

    private static void append(StringBuilder filter, Endpoint end) {
        filter.append("host ").append(end.address()).append(" and udp port ").append(end.port());
    }
}
