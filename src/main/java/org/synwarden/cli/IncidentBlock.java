package org.synwarden.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.BlockOrder;

/**
 * What {@code synwarden block --incident ID} stops when nothing else is said: the port that the incident tries most, of its
 * program where the firewall knows programs (Windows), else of the account it runs as, for an hour. It is what a user who
 * is no administrator may have stopped, too. Pure.
 */
final class IncidentBlock {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private IncidentBlock() {}

    /**
     * The order.
     *
     * @param incidents those that the asker may see
     * @param time how long instead; empty for an hour
     */
    static BlockOrder order(
            List<IncidentObject> incidents, String id, boolean everywhere, Optional<Duration> time, String reason)
            throws CommandException {
        IncidentObject incident = incidents.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "there is no incident " + Terminal.plain(id) + "; 'synwarden incidents' lists them"));
        int port = incident.ports().stream().findFirst().orElseThrow(() -> unknown(incident, "port"));
        Optional<String> program = incident.program().filter(path -> !path.startsWith("/"));
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
                time.or(() -> Optional.of(AN_HOUR)),
                false,
                Optional.of(id),
                reason);
    }

    private static CommandException unknown(IncidentObject incident, String what) {
        return new CommandException("the " + what + " of incident " + Terminal.plain(incident.id())
                + " is not known, or not shown to you; say what to block (--port, --program, --user)");
    }
}
