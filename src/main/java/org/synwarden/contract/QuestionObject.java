package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * Who used a local port in a stretch of time; what is absent fits anything.
 *
 * @param protocol "tcp" or "udp"
 * @param localAddress the address of this PC
 * @param localPort 1 to 65,535
 * @param remoteAddress the other end's address
 * @param remotePort the other end's port, 1 to 65,535
 * @param from the first moment that is asked about
 * @param to the last one
 */
public record QuestionObject(
        Optional<String> protocol,
        Optional<String> localAddress,
        int localPort,
        Optional<String> remoteAddress,
        Optional<Integer> remotePort,
        Instant from,
        Instant to) {
    private static final int LAST_PORT = 65_535;

    /** Reads the members that {@link #writeMembers} writes. */
    public static QuestionObject read(MemberReader in) throws ContractFormatException {
        return new QuestionObject(
                in.optionalText("protocol"),
                in.optionalText("localAddress"),
                in.integer("localPort", 1, LAST_PORT),
                in.optionalText("remoteAddress"),
                in.optionalInteger("remotePort", 1, LAST_PORT),
                in.instant("from"),
                in.instant("to"));
    }

    /** Writes the members into an answer or a request. */
    public void writeMembers(MemberWriter out) {
        out.text("protocol", protocol);
        out.text("localAddress", localAddress);
        out.number("localPort", localPort);
        out.text("remoteAddress", remoteAddress);
        out.number("remotePort", remotePort);
        out.instant("from", from);
        out.instant("to", to);
    }
}
