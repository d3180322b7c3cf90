package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
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

    String name() {
        return socket.process().map(ProcessObject::name).orElse("");
    }

    int pid() {
        return socket.process().map(ProcessObject::pid).orElse(-1);
    }

    String path() {
        return socket.process().flatMap(ProcessObject::path).orElse("");
    }

    int remotePort() {
        return socket.remote().map(EndpointObject::port).orElse(-1);
    }
}
