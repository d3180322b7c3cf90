package org.synwarden.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One captured packet, as its outermost headers tell it.
 *
 * @param frame its number in the capture, or since the service began to watch, counted from 1
 * @param length bytes on the wire
 * @param protocol the innermost one that is known: "tcp", "udp", "dns", "icmp", "icmpv6", "ip", "ipv6", "arp"; else "other"
 * @param source who sent it; port 0 where the protocol has none; absent without IP
 * @param flags TCP flags that are set: "syn", "ack", "fin", "reset", "push", "urg", "ece", "cwr"
 * @param attribution how sure the process is: "unattributed", "recent", "matched", "reported"; absent in a capture file
 * @param process who opened the flow that it belongs to
 * @param outcome what has become of the attempt that it belongs to: "pending", "answered", …; absent without one
 * @param header its first bytes; absent in a capture file
 */
public record PacketObject(
        long frame,
        Instant at,
        long length,
        String protocol,
        Optional<EndpointObject> source,
        Optional<EndpointObject> destination,
        List<String> flags,
        Optional<String> attribution,
        Optional<ProcessObject> process,
        Optional<String> outcome,
        Optional<HeaderObject> header)
        implements ContractObject {
    static final String EVENT = "packet";

    /** Copies the flags. */
    public PacketObject {
        flags = List.copyOf(flags);
    }

    /** A packet of a capture file, of which no more is known than it says. */
    public PacketObject(
            long frame,
            Instant at,
            long length,
            String protocol,
            Optional<EndpointObject> source,
            Optional<EndpointObject> destination,
            List<String> flags) {
        this(
                frame,
                at,
                length,
                protocol,
                source,
                destination,
                flags,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same packet as it was captured live.
     *
     * @param whose who opened its flow
     */
    public PacketObject captured(
            String howSure, Optional<ProcessObject> whose, Optional<String> becameOfIt, HeaderObject bytes) {
        return new PacketObject(
                frame,
                at,
                length,
                protocol,
                source,
                destination,
                flags,
                Optional.of(howSure),
                whose,
                becameOfIt,
                Optional.of(bytes));
    }

    static PacketObject read(MemberReader in) throws ContractFormatException {
        return new PacketObject(
                in.number("frame", 1, Long.MAX_VALUE),
                in.instant("at"),
                in.number("length", 0, Long.MAX_VALUE),
                in.text("protocol"),
                endpoint(in.optionalObject("source")),
                endpoint(in.optionalObject("destination")),
                in.texts("flags"),
                in.optionalText("attribution"),
                ProcessObject.read(in.optionalObject("process")),
                in.optionalText("outcome"),
                header(in.optionalObject("header")));
    }

    private static Optional<EndpointObject> endpoint(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(EndpointObject.read(in.get()));
    }

    private static Optional<HeaderObject> header(Optional<MemberReader> in) throws ContractFormatException {
        return in.isEmpty() ? Optional.empty() : Optional.of(HeaderObject.read(in.get()));
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
        out.text("attribution", attribution);
        out.object("process", process, ProcessObject::writeMembers);
        out.text("outcome", outcome);
        out.object("header", header, HeaderObject::writeMembers);
    }
}
