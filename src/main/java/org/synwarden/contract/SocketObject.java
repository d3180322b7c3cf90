package org.synwarden.contract;

import java.util.Optional;

/**
 * One row of the socket table.
 *
 * @param remoteName the name under which an answer that was seen last gave the remote address
 * @param state in the words of RFC 9293 ("SYN_SENT"), UDP "UNCONNECTED"
 */
public record SocketObject(
        String protocol,
        EndpointObject local,
        Optional<EndpointObject> remote,
        Optional<String> remoteName,
        String state,
        Optional<ProcessObject> process)
        implements ContractObject {
    static final String EVENT = "socket";

    /** A row whose remote end's name is not known. */
    public SocketObject(
            String protocol,
            EndpointObject local,
            Optional<EndpointObject> remote,
            String state,
            Optional<ProcessObject> process) {
        this(protocol, local, remote, Optional.empty(), state, process);
    }

    static SocketObject read(MemberReader in) throws ContractFormatException {
        Optional<MemberReader> remote = in.optionalObject("remote");
        return new SocketObject(
                in.text("protocol"),
                EndpointObject.read(in.object("local")),
                remote.isEmpty() ? Optional.empty() : Optional.of(EndpointObject.read(remote.get())),
                in.optionalText("remoteName"),
                in.text("state"),
                ProcessObject.read(in.optionalObject("process")));
    }

    /** The same row, telling this about its owner. */
    public SocketObject withProcess(Optional<ProcessObject> told) {
        return new SocketObject(protocol, local, remote, remoteName, state, told);
    }

    /** The same row with this name of its remote end. */
    public SocketObject withRemoteName(Optional<String> name) {
        return new SocketObject(protocol, local, remote, name, state, process);
    }

    /** The same row without the name of its remote end. */
    public SocketObject withoutRemoteName() {
        return withRemoteName(Optional.empty());
    }

    @Override
    public String event() {
        return EVENT;
    }

    /** Its protocol, its ends and its process's id; UDP sockets of one process that share a port share the key. */
    @Override
    public String key() {
        String ends = protocol + " " + local + remote.map(end -> " " + end).orElse("");
        return process.map(owner -> ends + " pid " + owner.pid()).orElse(ends);
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.text("protocol", protocol);
        out.object("local", local, EndpointObject::writeMembers);
        out.object("remote", remote, EndpointObject::writeMembers);
        out.text("remoteName", remoteName);
        out.text("state", state);
        out.object("process", process, ProcessObject::writeMembers);
    }
}
