package org.synwarden.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.net.Address;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NameResolved;

/**
 * A and AAAA answers of DNS (RFC 1035, port 53), mDNS (RFC 6762, port 5353) and LLMNR (RFC 4795, port 5355) over UDP.
 * An address is reported under the name that was asked for, found by following the CNAMEs back; an answer that does
 * not belong to the question is not reported. mDNS answers carry no question, so there the name is the one the CNAMEs
 * begin with; there the additional records count too, because that is where a found service's address is (RFC 6763
 * section 12). At most 64 records of a message are looked at; a message that is cut off counts up to the cut.
 */
final class NameAnswerDecoder {
    private static final int UDP_HEADER = 8;
    private static final int DNS_HEADER = 12;
    private static final int DNS = 53;
    private static final int MDNS = 5353;
    private static final int LLMNR = 5355;
    private static final int RESPONSE_AND_OPCODE = 0xF800;
    private static final int RESPONSE = 0x8000;
    private static final int MOST_RECORDS = 64;
    private static final int MOST_ALIASES = 16;
    private static final int RECORD_HEADER = 10;
    private static final int TYPE_A = 1;
    private static final int TYPE_CNAME = 5;
    private static final int TYPE_AAAA = 28;
    private static final int INTERNET = 1;
    /** mDNS uses the highest bit of the class to say "forget what you knew" (RFC 6762 section 10.2). */
    private static final int CLASS = 0x7FFF;

    private final EvidenceSource source;
    private final Consumer<? super Observation> observations;
    private final DnsName name = new DnsName();
    private final Map<String, String> ownersByAlias = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    NameAnswerDecoder(EvidenceSource source, Consumer<? super Observation> observations) {
        this.source = source;
        this.observations = observations;
    }

    /** Takes a UDP datagram, which need not be a name answer. */
    void decode(Frame frame, IpHeader ip) {
        int udp = ip.payload();
        if (ip.payloadLength() < UDP_HEADER + DNS_HEADER) {
            return;
        }
        int port = frame.u16(udp);
        int message = udp + UDP_HEADER;
        boolean isResponse = (frame.u16(message + 2) & RESPONSE_AND_OPCODE) == RESPONSE;
        if ((port != DNS && port != MDNS && port != LLMNR) || !isResponse) {
            return;
        }
        int end = udp + Math.min(ip.payloadLength(), frame.u16(udp + 4));
        int records = frame.u16(message + 6);
        if (port == MDNS) {
            records += frame.u16(message + 8) + frame.u16(message + 10);
        }
        name.within(frame, message, end);
        report(frame, ip, end, Math.min(records, MOST_RECORDS));
    }

    private void report(Frame frame, IpHeader ip, int end, int records) {
        ownersByAlias.clear();
        answers.clear();
        int message = ip.payload() + UDP_HEADER;
        int questions = frame.u16(message + 4);
        if (questions > 1) {
            return;
        }
        int at = message + DNS_HEADER;
        Optional<String> question = Optional.empty();
        if (questions == 1) {
            if (!name.read(at)) {
                return;
            }
            question = Optional.of(name.text());
            at = name.next() + 4;
        }
        for (int i = 0; i < records && at >= 0; i++) {
            at = record(frame, at, end);
        }
        for (Answer answer : answers) {
            Optional<String> asked = asked(answer.owner(), question);
            if (asked.isPresent() && !asked.get().isEmpty()) {
                observations.accept(
                        new NameResolved(frame.at(), source, ip.destination(), asked.get(), answer.address()));
            }
        }
    }

    /** Takes the record at this offset; returns where the next one begins, or -1 when there is none. */
    private int record(Frame frame, int offset, int end) {
        if (!name.read(offset)) {
            return -1;
        }
        String owner = name.text();
        int header = name.next();
        if (end - header < RECORD_HEADER) {
            return -1;
        }
        int type = frame.u16(header);
        int data = header + RECORD_HEADER;
        int length = frame.u16(header + 8);
        if (length > end - data) {
            return -1;
        }
        if ((frame.u16(header + 2) & CLASS) == INTERNET) {
            if (type == TYPE_A && length == 4 || type == TYPE_AAAA && length == 16) {
                answers.add(new Answer(owner, frame.address(data, length)));
            } else if (type == TYPE_CNAME && name.read(data)) {
                ownersByAlias.putIfAbsent(name.text(), owner);
            }
        }
        return data + length;
    }

    /** The name whose CNAMEs lead to this owner; empty when a question was asked and they do not begin with it. */
    private Optional<String> asked(String owner, Optional<String> question) {
        String asked = owner;
        for (int i = 0; i < MOST_ALIASES; i++) {
            if (question.isPresent() && question.get().equals(asked)) {
                return question;
            }
            String before = ownersByAlias.get(asked);
            if (before == null) {
                return question.isPresent() ? Optional.empty() : Optional.of(asked);
            }
            asked = before;
        }
        return Optional.empty();
    }

    private record Answer(String owner, Address address) {}
}
