package org.synwarden.control;

import java.util.Optional;

/**
 * What both sides say first.
 *
 * @param protocol the protocol's number, "major.minor"; sides with the same major understand each other
 * @param version the program's version, for people
 */
record Hello(String protocol, String version) {
    static final String PROTOCOL = "1.0";

    static Hello ofThis(String version) {
        return new Hello(PROTOCOL, version);
    }

    /** Why a service and a client cannot work together, and which of them to update; empty when they can. */
    static Optional<String> mismatch(Hello service, Hello client) {
        int newer = Integer.compare(service.major(), client.major());
        if (newer == 0) {
            return Optional.empty();
        }
        return Optional.of("update the " + (newer > 0 ? "client" : "service") + ": the SynWarden service ("
                + service.version + ") speaks protocol " + service.protocol + " and this client (" + client.version
                + ") speaks protocol " + client.protocol);
    }

    /** The number before the point; 0, which no version speaks, when there is none. */
    private int major() {
        String digits = protocol.split("\\.", 2)[0];
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
