package org.synwarden.contract;

import java.util.Optional;

/** One row of the socket table; {@code state} in RFC 9293's words as netstat writes them ("SYN_SENT"). */
public record SocketObject(
        String protocol,
        EndpointObject local,
        Optional<EndpointObject> remote,
        String state,
        Optional<ProcessObject> process)
        implements ContractObject {
    @Override
    public String event() {
        return "socket";
    }

    @Override
    public String key() {
        return protocol + " " + local + " " + remote + " " + process.map(ProcessObject::pid);
    }
}
