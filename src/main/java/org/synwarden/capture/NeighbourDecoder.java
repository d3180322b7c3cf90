package org.synwarden.capture;

import java.util.function.Consumer;
import org.synwarden.net.Address;
import org.synwarden.net.Scope;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NeighbourAnswered;
import org.synwarden.observation.Observation.NeighbourSought;

/**
 * Who asks for whom on the own link, and who answers: ARP for IPv4 over Ethernet (RFC 826) and neighbour discovery for
 * IPv6 (RFC 4861 section 4.3 and 4.4). Probes for one's own future address (RFC 5227, RFC 4862) have no sender and say
 * nothing.
 */
final class NeighbourDecoder {
    private static final int ARP_LENGTH = 28;
    private static final int ARP_ETHERNET_IPV4 = 0x0001_0800;
    private static final int ARP_LENGTHS = 0x0604;
    private static final int ARP_REQUEST = 1;
    private static final int ARP_REPLY = 2;
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int DISCOVERY_LENGTH = 24;

    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;

    NeighbourDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        this.source = source;
        this.observations = observations;
    }

    /** Takes an ARP packet that begins at this offset. */
    void decodeArp(Frame frame, int offset) {
        if (frame.capturedLength() - offset < ARP_LENGTH
                || frame.i32(offset) != ARP_ETHERNET_IPV4
                || frame.u16(offset + 4) != ARP_LENGTHS) {
            return;
        }
        Address sender = frame.address(offset + 14, 4);
        switch (frame.u16(offset + 6)) {
            case ARP_REQUEST -> sought(frame, sender, frame.address(offset + 24, 4));
            case ARP_REPLY -> observations.accept(new NeighbourAnswered(frame.at(), source, sender));
            default -> {}
        }
    }

    /** Takes an ICMPv6 message, which need not be of neighbour discovery. */
    void decodeIcmpv6(Frame frame, IpHeader ip) {
        if (ip.payloadLength() < DISCOVERY_LENGTH) {
            return;
        }
        Address target = frame.address(ip.payload() + 8, 16);
        switch (frame.u8(ip.payload())) {
            case SOLICITATION -> sought(frame, ip.source(), target);
            case ADVERTISEMENT -> observations.accept(new NeighbourAnswered(frame.at(), source, target));
            default -> {}
        }
    }

    private void sought(Frame frame, Address host, Address target) {
        if (host.scope() != Scope.UNSPECIFIED) {
            observations.accept(new NeighbourSought(frame.at(), source, host, target));
        }
    }
}
