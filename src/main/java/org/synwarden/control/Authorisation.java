package org.synwarden.control;

import java.util.Optional;
import java.util.Set;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.ModuleObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;

/**
 * Who may do what: pure functions over what the operating system says about the caller, and over the incident or rule
 * that a request refers to. {@code docs/security.md} has the table. Every refusal says why and what to do instead.
 */
final class Authorisation {
    static final String INSTEAD = "ask an administrator, or run as administrator (on Linux as root)";

    /** How sure an attribution has to be for somebody to be shown what is said to be his. */
    private static final Set<String> CERTAIN = Set.of("matched", "reported");

    private Authorisation() {}

    /** Why the caller may ask for nothing; empty when it may ask, unless the settings leave that to administrators. */
    static Optional<String> refusalOf(Caller caller, boolean administratorsOnly) {
        return administratorsOnly && !caller.administrator()
                ? Optional.of("by its settings this service answers administrators only: " + INSTEAD)
                : Optional.empty();
    }

    /** Why nothing at all is said to that caller; empty when something may be. */
    static Optional<String> refusal(Caller caller) {
        if (Standing.of(caller) != Standing.NOTHING) {
            return Optional.empty();
        }
        if (caller.user().isBlank() || caller.logon() == Caller.Logon.ANONYMOUS) {
            return Optional.of("the system does not say who asks: nothing is answered; ask from an account of this PC");
        }
        return Optional.of(
                caller.sandboxed()
                        ? "a program in a sandbox is not answered: ask from one that runs outside of it"
                        : "an account that came over the network is not answered: ask at the desk of this PC, or as an"
                                + " elevated administrator");
    }

    /** Why the caller may not ask for that and what to do instead; empty when it may, perhaps for some and not for all. */
    static Optional<String> refusal(Caller caller, RequestKind kind) {
        return switch (Standing.of(caller)) {
            case NOTHING -> refusal(caller);
            case STATUS -> refusalForServices(kind);
            case USER -> refusalForUsers(kind);
            case ADMINISTRATOR -> Optional.empty();
        };
    }

    private static Optional<String> refusalForServices(RequestKind kind) {
        return kind == RequestKind.STATUS
                ? Optional.empty()
                : Optional.of(
                        "services and scheduled tasks may ask for the status only: sign in at the desk, or " + INSTEAD);
    }

    private static Optional<String> refusalForUsers(RequestKind kind) {
        return switch (kind) {
            case STATUS,
                    SOCKETS,
                    PACKETS,
                    INCIDENTS,
                    INCIDENT,
                    MEASURES,
                    EVIDENCE,
                    WHO,
                    RULES,
                    RATES,
                    APPROVALS,
                    SUBSCRIBE,
                    UNSUBSCRIBE -> Optional.empty();
            // A user's snooze changes what that user is told; a test harms nobody.
            case SNOOZE, SNOOZES, END_SNOOZE, TEST_ALERT -> Optional.empty();
            // Believed of its own processes only: ProcessReport.
            case REPORT -> Optional.empty();
            // Decided by what is to be blocked or removed: UserBlocks.
            case BLOCK, UNBLOCK -> Optional.empty();
            case LOG -> Optional.of("the log names programs of other users: " + INSTEAD);
            case APPROVE, DISAPPROVE -> Optional.of("an approval quiets alarms for everybody on this PC: " + INSTEAD);
            case KILL ->
                Optional.of("the service ends processes for administrators only: end your own with your own rights, as"
                        + " 'synwarden kill' and the tray do, or " + INSTEAD);
            case SUSPEND, RESUME ->
                Optional.of("the service suspends and resumes processes for administrators only: do so to your own with"
                        + " your own rights, as 'synwarden suspend' does, or " + INSTEAD);
        };
    }

    /** Why a user may not have the evidence of an incident; empty when its culprit runs as that user. */
    static Optional<String> refusalOfEvidence(Caller caller, IncidentObject incident) {
        return incident.process().filter(process -> isOf(caller, process)).isPresent()
                ? Optional.empty()
                : Optional.of("packets and loaded files of a program are for administrators and for whoever runs it: "
                        + INSTEAD);
    }

    /** Why a user may not end a snooze that it did not make, and what to do instead. */
    static Optional<String> refusalToEndSnooze(String id) {
        return Optional.of(
                "you have snoozed nothing as " + id + ", and one of an administrator is for everybody: " + INSTEAD);
    }

    /**
     * The object as the caller may see it. Of other users' processes, a user sees everything but account and command
     * line; of packets those only that are known to be of an own process. A kind that is not named here is for
     * administrators.
     */
    static Optional<ContractObject> visible(Caller caller, ContractObject object) {
        return switch (Standing.of(caller)) {
            case NOTHING -> Optional.empty();
            case STATUS -> Optional.of(object).filter(StatusObject.class::isInstance);
            case USER -> visibleToUser(caller, object);
            case ADMINISTRATOR -> Optional.of(object);
        };
    }

    private static Optional<ContractObject> visibleToUser(Caller caller, ContractObject object) {
        if (object instanceof SocketObject socket) {
            return Optional.of(socket.withProcess(socket.process().map(process -> visible(caller, process))));
        }
        if (object instanceof IncidentObject incident) {
            return Optional.of(incident.withProcess(incident.process().map(process -> visible(caller, process)))
                    .withRequestedBy(incident.requestedBy().stream()
                            .map(process -> visible(caller, process))
                            .toList()));
        }
        if (object instanceof AttemptObject attempt) {
            return Optional.of(attempt.withProcess(attempt.process().map(process -> visible(caller, process))));
        }
        if (object instanceof AnswerObject answer) {
            return Optional.of(answer.with(process -> visible(caller, process)));
        }
        if (object instanceof MeasureObject measure) {
            return Optional.of(measure.forOthers());
        }
        if (object instanceof PacketObject packet) {
            return Optional.of(object).filter(any -> isCertainlyOf(caller, packet));
        }
        if (object instanceof RelativeObject relative) {
            return Optional.of(relative.withProcess(visible(caller, relative.process())));
        }
        boolean sameForAll = object instanceof StatusObject
                || object instanceof ModuleObject
                || object instanceof RuleObject
                || object instanceof RateObject
                || object instanceof ApprovalObject
                || object instanceof SnoozeObject
                || object instanceof DegradationObject;
        return Optional.of(object).filter(any -> sameForAll);
    }

    private static ProcessObject visible(Caller caller, ProcessObject process) {
        return isOf(caller, process) ? process : process.forOthers();
    }

    /** Whether the packet is known to be of a process of that caller: one that is merely likely may be somebody else's. */
    private static boolean isCertainlyOf(Caller caller, PacketObject packet) {
        boolean certain = packet.attribution().filter(CERTAIN::contains).isPresent();
        return certain
                && packet.process().filter(process -> isOf(caller, process)).isPresent();
    }

    /** Whether the process runs as that caller's account. */
    static boolean isOf(Caller caller, ProcessObject process) {
        return process.user().filter(caller.user()::equals).isPresent();
    }
}
