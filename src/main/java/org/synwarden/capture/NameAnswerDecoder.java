package org.synwarden.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NameResolved;

/**
 * Which names the answers of DNS (port 53), mDNS (RFC 6762, port 5353) and LLMNR (RFC 4795, port 5355) over UDP give to
 * addresses. mDNS answers go to everybody, so there the host is the multicast address.
 */
final class NameAnswerDecoder {
    private static final int UDP_HEADER = 8;
    private static final int DNS_HEADER = 12;
    private static final int RESPONSE_AND_OPCODE = 0xF800;
    private static final int RESPONSE = 0x8000;

    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;
    private final DnsMessage message = new DnsMessage();

    NameAnswerDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        this.source = source;
        this.observations = observations;
    }

    /** Takes a UDP datagram, which need not be a name answer. */
    void decode(Frame frame, IpHeader ip) {
        int udp = ip.payload();
        int begin = udp + UDP_HEADER;
        if (ip.payloadLength() < UDP_HEADER + DNS_HEADER
                || !isNameServer(frame.u16(udp))
                || (frame.u16(begin + 2) & RESPONSE_AND_OPCODE) != RESPONSE) {
            return;
        }
        message.read(frame, begin, udp + Math.min(ip.payloadLength(), frame.u16(udp + 4)));
        for (DnsMessage.Answer answer : message.answers()) {
            Optional<String> name = message.askedName(answer);
            name.ifPresent(asked -> observations.accept(
                    new NameResolved(frame.at(), source, ip.destination(), asked, answer.address())));
        }
    }

    /** Whether datagrams from this port may be name answers. */
    static boolean isNameServer(int port) {
        return port == 53 || port == 5353 || port == 5355;
    }
}
