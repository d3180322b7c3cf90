package org.synwarden.control;

import java.time.Duration;
import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/**
 * The block that answers an incident and touches nothing else: of one port that it tries, of its program where the firewall
 * knows programs (Windows), else of the account it runs as. It is what somebody who is no administrator may have stopped,
 * for an hour; the service decides, and its clients know by this what to offer. Pure.
 */
public final class IncidentBlock {
    /** How long it stands at most where it is made by somebody who is no administrator. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** Why somebody who is no administrator may not have it. */
    public enum Obstacle {
        /** Nothing has happened. */
        TEST,
        /** There is nothing left to stop. */
        OVER,
        /** The program is not known to run as that account. */
        NOT_OWN,
        /** It is not known on which port. */
        NO_PORT,
        /** The program is a part of Windows. */
        WINDOWS,
        /** The program runs other programs, everybody's. */
        INTERPRETER
    }

    private IncidentBlock() {}

    /** What stands in the way of a block for that caller, if anything does. */
    public static Optional<Obstacle> obstacle(CallerObject caller, IncidentObject incident) {
        if (incident.test()) {
            return Optional.of(Obstacle.TEST);
        }
        if (!incident.state().equals("open")) {
            return Optional.of(Obstacle.OVER);
        }
        if (!isOf(caller.user(), incident)) {
            return Optional.of(Obstacle.NOT_OWN);
        }
        if (incident.ports().isEmpty()) {
            return Optional.of(Obstacle.NO_PORT);
        }
        return program(incident)
                .flatMap(path -> incident.shared())
                .map(by -> by.equals("windows") ? Obstacle.WINDOWS : Obstacle.INTERPRETER);
    }

    private static boolean isOf(String user, IncidentObject incident) {
        return incident.process()
                .flatMap(ProcessObject::user)
                .filter(user::equals)
                .isPresent();
    }

    /** Full path of the program that is blocked; empty where the firewall knows accounts only. */
    public static Optional<String> program(IncidentObject incident) {
        return incident.program().filter(path -> !path.startsWith("/"));
    }

    /**
     * The order, of the port that the incident tries most.
     *
     * @param everywhere whether the own network is blocked, too
     * @param reason shown where the rule is listed
     * @throws RequestException when the incident does not tell what to block
     */
    public static BlockOrder order(IncidentObject incident, boolean everywhere, Duration time, String reason)
            throws RequestException {
        int port = incident.ports().stream().findFirst().orElseThrow(() -> unknown(incident, "port"));
        Optional<String> program = program(incident);
        Optional<String> user = program.isPresent()
                ? Optional.empty()
                : Optional.of(incident.process()
                        .flatMap(ProcessObject::user)
                        .orElseThrow(() -> unknown(incident, "account")));
        return new BlockOrder(
                program,
                Optional.empty(),
                Optional.empty(),
                user,
                Optional.of(incident.protocol()),
                Optional.of(port),
                everywhere,
                Optional.of(time),
                false,
                Optional.of(incident.id()),
                reason);
    }

    private static RequestException unknown(IncidentObject incident, String what) {
        return new RequestException(
                RequestException.Code.NOT_FOUND,
                "the " + what + " of incident " + incident.id()
                        + " is not known, or not shown to you: say what to block (--port, --program, --user)");
    }
}
