package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt with what has become of it.
 *
 * @param at when it began
 * @param outcome "pending", "answered", "refused", "unreachable", "unanswered", "abandoned", …
 */
public record AttemptObject(
        Instant at,
        String protocol,
        EndpointObject local,
        EndpointObject remote,
        String outcome,
        String attribution,
        Optional<ProcessObject> process)
        implements ContractObject {
    static final String EVENT = "attempt";

    static AttemptObject read(MemberReader in) throws ContractFormatException {
        return new AttemptObject(
                in.instant("at"),
                in.text("protocol"),
                EndpointObject.read(in.object("local")),
                EndpointObject.read(in.object("remote")),
                in.text("outcome"),
                in.text("attribution"),
                ProcessObject.read(in.optionalObject("process")));
    }

    /** The same attempt, telling this about its initiator. */
    public AttemptObject withProcess(Optional<ProcessObject> told) {
        return new AttemptObject(at, protocol, local, remote, outcome, attribution, told);
    }

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public String key() {
        return protocol + " " + local + " " + remote + " " + at;
    }

    @Override
    public void writeMembers(MemberWriter out) {
        out.instant("at", at);
        out.text("protocol", protocol);
        out.object("local", local, EndpointObject::writeMembers);
        out.object("remote", remote, EndpointObject::writeMembers);
        out.text("outcome", outcome);
        out.text("attribution", attribution);
        out.object("process", process, ProcessObject::writeMembers);
    }
}
