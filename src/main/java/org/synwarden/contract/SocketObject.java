package org.synwarden.contract;

import java.util.Optional;

/**
 * One row of the socket table.
 *
 * @param remoteName the name under which an answer that was seen last gave the remote address
 * @param service short name of the service that made it, where its process has several (Windows)
 * @param state in the words of RFC 9293 ("SYN_SENT"), UDP "UNCONNECTED"
 */
public record SocketObject(
        String protocol,
        EndpointObject local,
        Optional<EndpointObject> remote,
        Optional<String> remoteName,
        String state,
        Optional<String> service,
        Optional<ProcessObject> process)
        implements ContractObject {
    static final String EVENT = "socket";

    /** A row whose remote end's name and service are not known. */
    public SocketObject(
            String protocol,
            EndpointObject local,
            Optional<EndpointObject> remote,
            String state,
            Optional<ProcessObject> process) {
        this(protocol, local, remote, Optional.empty(), state, Optional.empty(), process);
    }

    static SocketObject read(MemberReader in) throws ContractFormatException {
        Optional<MemberReader> remote = in.optionalObject("remote");
        return new SocketObject(
                in.text("protocol"),
                EndpointObject.read(in.object("local")),
                remote.isEmpty() ? Optional.empty() : Optional.of(EndpointObject.read(remote.get())),
                in.optionalText("remoteName"),
                in.text("state"),
                in.optionalText("service"),
                ProcessObject.read(in.optionalObject("process")));
    }

    /** The same row, telling this about its owner. */
    public SocketObject withProcess(Optional<ProcessObject> told) {
        return new SocketObject(protocol, local, remote, remoteName, state, service, told);
    }

    /** The same row with this name of its remote end. */
    public SocketObject withRemoteName(Optional<String> name) {
        return new SocketObject(protocol, local, remote, name, state, service, process);
    }

    /** The same row, made by that service. */
    public SocketObject withService(Optional<String> name) {
        return new SocketObject(protocol, local, remote, remoteName, state, name, process);
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
        out.text("service", service);
        out.object("process", process, ProcessObject::writeMembers);
    }
}
