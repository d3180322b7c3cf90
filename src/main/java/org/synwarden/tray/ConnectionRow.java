package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.TallyObject;
import org.synwarden.net.Address;

/**
 * One connection with its addresses read once, so that sorting compares numbers.
 *
 * @param key tells it from all others as long as it lives
 * @param local numeric local address; empty where the text is none
 * @param remote numeric remote address; empty where there is none
 */
record ConnectionRow(String key, SocketObject socket, Optional<Address> local, Optional<Address> remote) {
    static ConnectionRow of(SocketObject socket) {
        return new ConnectionRow(
                socket.key(), socket, address(socket.local()), socket.remote().flatMap(ConnectionRow::address));
    }

    private static Optional<Address> address(EndpointObject endpoint) {
        try {
            return Optional.of(Address.parse(endpoint.address()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isIpv4() {
        return local.filter(Address::isIpv4).isPresent();
    }

    String name() {
        return socket.process().map(ProcessObject::name).orElse("");
    }

    int pid() {
        return socket.process().map(ProcessObject::pid).orElse(-1);
    }

    String path() {
        return socket.process().flatMap(ProcessObject::path).orElse("");
    }

    String commandLine() {
        return socket.process().flatMap(ProcessObject::commandLine).orElse("");
    }

    /** The service that made it, or else those in its process. */
    String service() {
        return socket.service()
                .orElseGet(() -> String.join(
                        ", ", socket.process().map(ProcessObject::services).orElse(List.of())));
    }

    int remotePort() {
        return socket.remote().map(EndpointObject::port).orElse(-1);
    }

    /** Attempts of its process in {@value TallyObject#SECONDS} s; -1 where that is not known. */
    int attempts() {
        return socket.lately().map(TallyObject::attempts).orElse(-1);
    }

    /** How many of a hundred of these failed; -1 where there were none. */
    int failedPercent() {
        return socket.lately()
                .filter(tally -> tally.attempts() > 0)
                .map(tally -> (int) (100L * tally.failed() / tally.attempts()))
                .orElse(-1);
    }
}
