package org.synwarden.control;

import java.util.Optional;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;

/**
 * Who may do what: pure functions over what the operating system says about the caller. {@code docs/security.md} has the
 * table. Callers who may not even connect (remote, anonymous, sandboxed) are turned away by the transport.
 */
final class Authorisation {
    private static final String INSTEAD = "ask an administrator, or run as administrator (on Linux as root)";

    private Authorisation() {}

    /** Why the caller may not ask for it and what to do instead; empty when it may. */
    static Optional<String> refusal(Caller caller, RequestKind kind) {
        if (caller.user().isBlank()) {
            return Optional.of("the system does not say who asks: nothing is answered");
        }
        return caller.administrator() ? Optional.empty() : refusalForUsers(kind);
    }

    private static Optional<String> refusalForUsers(RequestKind kind) {
        return switch (kind) {
            case STATUS, SOCKETS, INCIDENTS, RULES, APPROVALS, SUBSCRIBE, UNSUBSCRIBE -> Optional.empty();
            case BLOCK -> Optional.of("a block stops traffic for everybody on this PC: " + INSTEAD);
            case UNBLOCK -> Optional.of("removing a block opens this PC for everybody on it: " + INSTEAD);
            case APPROVE, DISAPPROVE -> Optional.of("an approval quiets alarms for everybody on this PC: " + INSTEAD);
            case KILL ->
                Optional.of("the service ends processes for administrators only: end your own with the means of the"
                        + " system, " + INSTEAD);
            case SUSPEND, RESUME ->
                Optional.of("the service suspends and resumes processes for administrators only: " + INSTEAD);
        };
    }

    /** The object as the caller may see it: of other users' processes, a user sees everything but account and command line. */
    static ContractObject visible(Caller caller, ContractObject object) {
        if (caller.administrator()) {
            return object;
        }
        if (object instanceof SocketObject socket) {
            return socket.withProcess(socket.process().map(process -> visible(caller, process)));
        }
        if (object instanceof IncidentObject incident) {
            return incident.withProcess(incident.process().map(process -> visible(caller, process)));
        }
        return object;
    }

    private static ProcessObject visible(Caller caller, ProcessObject process) {
        boolean own = process.user().filter(caller.user()::equals).isPresent();
        return own ? process : process.forOthers();
    }
}
