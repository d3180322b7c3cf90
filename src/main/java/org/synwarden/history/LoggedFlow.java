package org.synwarden.history;

import java.util.Locale;
import java.util.Optional;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Protocol;

/**
 * What a log line says of a flow.
 *
 * @param protocol TCP or UDP, when it says so
 * @param source the end that is named as the source, or first
 * @param destination the other end; absent where only one is told
 * @param head how many characters stand before what was read here: where the router writes the time
 * @param time the time, where the form has a place of its own for it
 */
record LoggedFlow(
        Optional<Protocol> protocol, Endpoint source, Optional<Endpoint> destination, int head, Optional<String> time) {

    LoggedFlow(Optional<Protocol> protocol, Endpoint source, Endpoint destination, int head) {
        this(protocol, source, Optional.of(destination), head, Optional.empty());
    }

    /** The protocol of that name or number, or none where the line says nothing. */
    static Optional<Protocol> protocol(String word) throws LogLineException {
        String known = word.toLowerCase(Locale.ROOT);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (known.equals("tcp") || known.equals("6")) {
            return Optional.of(Protocol.TCP);
        }
        if (known.equals("udp") || known.equals("17")) {
            return Optional.of(Protocol.UDP);
        }
        throw new LogLineException("the line is about a protocol without ports");
    }
}
