package org.synwarden.respond;

import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.net.Protocol;

/**
 * One outbound block, as it stands in the firewall. A rule names a program, a remote port, or both.
 *
 * @param id short, unique among the rules of this PC, letters and digits; chosen by whoever asks for the rule
 * @param program full path of the image whose traffic is stopped; empty for every program
 * @param protocol what is stopped
 * @param remotePort the remote port that is stopped; empty for every port
 * @param createdAt nanoseconds since the epoch
 * @param reason why, in one line, shown where the rule is listed
 */
public record BlockRule(
        String id, Optional<String> program, Protocol protocol, OptionalInt remotePort, long createdAt, String reason) {
    /** Refuses a rule that would stop everything, and an id that could not be written into a firewall. */
    public BlockRule {
        if (program.isEmpty() && remotePort.isEmpty()) {
            throw new IllegalArgumentException("a block names a program, a port or both");
        }
        if (!id.matches("[A-Za-z0-9]{1,32}")) {
            throw new IllegalArgumentException("a rule id is 1 to 32 letters and digits, not '" + id + "'");
        }
    }
}
