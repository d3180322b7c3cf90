package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the socket table.
 *
 * @param remoteName the name under which an answer that was seen last gave the remote address
 * @param state in the words of RFC 9293 ("SYN_SENT"), UDP "UNCONNECTED"
 * @param service short name of the service that made it, where its process has several (Windows)
 * @param since when it was first seen; absent for one that was there before
 * @param lately how the attempts of its process fare; absent where nobody watches them
 */
public record SocketObject(
        String protocol,
        EndpointObject local,
        Optional<EndpointObject> remote,
        Optional<String> remoteName,
        String state,
        Optional<String> service,
        Optional<Instant> since,
        Optional<TallyObject> lately,
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
        this(
                protocol,
                local,
                remote,
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                process);
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
                in.optionalInstant("since"),
                TallyObject.read(in.optionalObject("lately")),
                ProcessObject.read(in.optionalObject("process")));
    }

    /** The same row, telling this about its owner. */
    public SocketObject withProcess(Optional<ProcessObject> told) {
        return new SocketObject(protocol, local, remote, remoteName, state, service, since, lately, told);
    }

    /** The same row with this name of its remote end. */
    public SocketObject withRemoteName(Optional<String> name) {
        return new SocketObject(protocol, local, remote, name, state, service, since, lately, process);
    }

    /** The same row, made by that service. */
    public SocketObject withService(Optional<String> name) {
        return new SocketObject(protocol, local, remote, remoteName, state, name, since, lately, process);
    }

    /** The same row, first seen then. */
    public SocketObject withSince(Optional<Instant> seen) {
        return new SocketObject(protocol, local, remote, remoteName, state, service, seen, lately, process);
    }

    /** The same row of a process whose attempts fare like this. */
    public SocketObject withLately(Optional<TallyObject> tally) {
        return new SocketObject(protocol, local, remote, remoteName, state, service, since, tally, process);
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
        since.ifPresent(at -> out.instant("since", at));
        out.object("lately", lately, TallyObject::writeMembers);
        out.object("process", process, ProcessObject::writeMembers);
    }
}
