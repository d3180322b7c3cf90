package org.synwarden.history;

import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;

/** Pieces of regular expressions for log lines, each of bounded length, and the values that they match. */
final class LogText {
    static final String IPV4 = "\\d{1,3}+(?:\\.\\d{1,3}+){3}+";
    static final String IPV6 = "[0-9A-Fa-f]{0,4}+(?::[0-9A-Fa-f]{0,4}+){2,8}+(?:\\.\\d{1,3}+){0,3}+";
    static final String ADDRESS = "(?:" + IPV4 + "|" + IPV6 + ")";
    static final String PORT = "\\d{1,5}+";

    /** What does not stand before an address or number that is whole. */
    static final String BEGIN = "(?<![0-9A-Za-z.])";

    private LogText() {}

    /** The end; one without a port is none. */
    static Optional<Endpoint> end(String address, String port) {
        try {
            int number = Integer.parseInt(port);
            return number == 0 ? Optional.empty() : Optional.of(new Endpoint(Address.parse(address), number));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The end, which must be one. */
    static Endpoint requiredEnd(String address, String port) throws LogLineException {
        return end(address, port)
                .orElseThrow(() -> new LogLineException(LogLineException.quoted(address) + " with port "
                        + LogLineException.quoted(port) + " is no end of a flow"));
    }
}
