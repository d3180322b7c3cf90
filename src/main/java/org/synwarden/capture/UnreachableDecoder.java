package org.synwarden.capture;

import java.util.function.Consumer;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.UnreachableReceived;

/**
 * ICMP type 3 (RFC 792) and ICMPv6 type 1 (RFC 4443 section 3.1): the flow is that of the packet they quote. "Too big"
 * (ICMP code 4, ICMPv6 type 2) is no failure, the sender tries again with less.
 */
final class UnreachableDecoder {
    private static final int HEADER = 8;
    private static final int PORTS = 4;
    private static final int ICMP_UNREACHABLE = 3;
    private static final int ICMP_FRAGMENTATION_NEEDED = 4;
    private static final int ICMPV6_UNREACHABLE = 1;

    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;
    private final IpHeader quoted = new IpHeader();

    UnreachableDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        this.source = source;
        this.observations = observations;
    }

    /** Needs of the quoted packet its IP header and the ports. */
    void decode(Frame frame, IpHeader ip) {
        int icmp = ip.payload();
        if (ip.payloadLength() < HEADER
                || !isUnreachable(ip.protocol(), frame.u8(icmp), frame.u8(icmp + 1))
                || !quoted.read(frame, icmp + HEADER, icmp + ip.payloadLength())
                || quoted.payloadLength() < PORTS) {
            return;
        }
        switch (quoted.protocol()) {
            case IpHeader.TCP -> report(frame, Protocol.TCP);
            case IpHeader.UDP -> report(frame, Protocol.UDP);
            default -> {}
        }
    }

    private static boolean isUnreachable(int protocol, int type, int code) {
        return protocol == IpHeader.ICMP
                ? type == ICMP_UNREACHABLE && code != ICMP_FRAGMENTATION_NEEDED
                : type == ICMPV6_UNREACHABLE;
    }

    private void report(Frame frame, Protocol protocol) {
        observations.accept(new UnreachableReceived(frame.at(), source, quoted.senderFlow(protocol)));
    }
}
