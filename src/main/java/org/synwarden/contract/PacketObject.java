package org.synwarden.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One captured packet, as its outermost headers tell it.
 *
 * @param frame its number in the capture, counted from 1
 * @param length bytes on the wire
 * @param protocol the innermost one that is known: "tcp", "udp", "dns", "icmp", "icmpv6", "ip", "ipv6", "arp"; else "other"
 * @param source who sent it; port 0 where the protocol has none; absent without IP
 * @param flags TCP flags that are set: "syn", "ack", "fin", "reset", "push", "urg", "ece", "cwr"
 */
public record PacketObject(
        long frame,
        Instant at,
        long length,
        String protocol,
        Optional<EndpointObject> source,
        Optional<EndpointObject> destination,
        List<String> flags)
        implements ContractObject {
    static final String EVENT = "packet";

    static PacketObject read(MemberReader in) throws ContractFormatException {
        return new PacketObject(
                in.number("frame", 1, Long.MAX_VALUE),
                in.instant("at"),
                in.number("length", 0, Long.MAX_VALUE),
                in.text("protocol"),
                endpoint(in.optionalObject("source")),
                endpoint(in.optionalObject("destination")),
                in.texts("flags"));
    }

    private static Optional<EndpointObject> endpoint(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(EndpointObject.read(in.get()));
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return Long.toString(frame);
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.number("frame", frame);
        out.instant("at", at);
        out.number("length", length);
        out.text("protocol", protocol);
        out.object("source", source, EndpointObject::writeMembers);
        out.object("destination", destination, EndpointObject::writeMembers);
        out.texts("flags", flags);
    }
}
