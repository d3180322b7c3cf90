package org.synwarden.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.net.Address;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NameResolved;

/**
 * Which names the answers of DNS (port 53), mDNS (RFC 6762, port 5353), LLMNR (RFC 4795, port 5355) and NetBIOS (RFC
 * 1002, port 137) give to addresses. Over TCP (RFC 7766) those DNS answers are seen that lie whole in one segment, which
 * they begin, as servers send them. mDNS answers go to everybody, so there the host is the multicast address.
 */
final class NameAnswerDecoder {
    private static final int DNS = 53;
    private static final int NETBIOS = 137;
    private static final int MDNS = 5353;
    private static final int LLMNR = 5355;

    private static final int UDP_HEADER = 8;
    private static final int DNS_HEADER = 12;
    private static final int RESPONSE_AND_OPCODE = 0xF800;
    private static final int RESPONSE_CODE = 0x000F;
    private static final int RESPONSE = 0x8000;
    private static final int TCP_DATA_OFFSET = 12;
    private static final int TCP_LENGTH = 2;

    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;
    private final DnsMessage message = new DnsMessage();
    private final NetbiosAnswer netbios = new NetbiosAnswer();

    NameAnswerDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        this.source = source;
        this.observations = observations;
    }

    /** Takes a UDP datagram with its ports, which need not be a name answer. */
    void decode(Frame frame, IpHeader ip) {
        int udp = ip.payload();
        int port = frame.u16(udp);
        int begin = udp + UDP_HEADER;
        if (!isNameServer(port) || ip.payloadLength() < UDP_HEADER + DNS_HEADER) {
            return;
        }
        int end = udp + Math.min(ip.payloadLength(), frame.u16(udp + 4));
        if (port == NETBIOS) {
            decodeNetbios(frame, ip, begin, end);
        } else {
            decodeDns(frame, ip, begin, end);
        }
    }

    /** Takes a TCP segment with its header up to the flags, which need not be a name answer. */
    void decodeSegment(Frame frame, IpHeader ip) {
        int tcp = ip.payload();
        if (frame.u16(tcp) != DNS) {
            return;
        }
        int end = tcp + ip.payloadLength();
        int at = tcp + (frame.u8(tcp + TCP_DATA_OFFSET) >>> 4) * 4;
        while (end - at >= TCP_LENGTH + DNS_HEADER && frame.u16(at) <= end - at - TCP_LENGTH) {
            int begin = at + TCP_LENGTH;
            at = begin + frame.u16(at);
            if (at - begin >= DNS_HEADER) {
                decodeDns(frame, ip, begin, at);
            }
        }
    }

    private void decodeDns(Frame frame, IpHeader ip, int begin, int end) {
        if ((frame.u16(begin + 2) & RESPONSE_AND_OPCODE) != RESPONSE) {
            return;
        }
        message.read(frame, begin, end);
        for (DnsMessage.Answer answer : message.answers()) {
            Optional<String> name = message.askedName(answer);
            name.ifPresent(asked -> tell(frame, ip, asked, answer.address()));
        }
    }

    private void decodeNetbios(Frame frame, IpHeader ip, int begin, int end) {
        if ((frame.u16(begin + 2) & (RESPONSE_AND_OPCODE | RESPONSE_CODE)) == RESPONSE
                && netbios.read(frame, begin, end)) {
            netbios.addresses().forEach(address -> tell(frame, ip, netbios.name(), address));
        }
    }

    private void tell(Frame frame, IpHeader ip, String name, Address address) {
        observations.accept(new NameResolved(frame.at(), source, ip.destination(), name, address));
    }

    /** Whether datagrams from this port may be name answers. */
    static boolean isNameServer(int port) {
        return switch (port) {
            case DNS, NETBIOS, MDNS, LLMNR -> true;
            default -> false;
        };
    }
}
