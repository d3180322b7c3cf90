package org.synwarden.tray;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.Protocol;

/**
 * What can be offered about an incident or a connection. Only offers that can be kept: a process that is not exactly
 * known, the idle process and the kernel cannot be ended, a program without a path cannot be blocked, and port blocks
 * are for TCP. Of many short-lived processes it is their image, never who started them. Pure.
 */
final class Deeds {
    private static final int IDLE = 0;
    private static final int WINDOWS_KERNEL = 4;

    private final Texts texts;
    private final IncidentText incidentText;

    Deeds(Texts texts, IncidentText incidentText) {
        this.texts = texts;
        this.incidentText = incidentText;
    }

    Optional<Deed> kill(IncidentObject incident) {
        if (incident.image().isPresent()) {
            return Optional.empty(); // the culprits are gone, and who started them is not one
        }
        boolean certain = !incident.isOnlyProbable();
        return incident.process().flatMap(process -> kill(process, certain));
    }

    Optional<Deed> kill(ProcessObject process) {
        return kill(process, true);
    }

    private static Optional<Deed> kill(ProcessObject process, boolean certain) {
        return isWithinReach(process) ? Optional.of(new Deed.Kill(process, certain)) : Optional.empty();
    }

    /** To stop the culprit where it is: whoever can be ended can be suspended. */
    Optional<Deed> suspend(IncidentObject incident) {
        return incident.image().isPresent()
                ? Optional.empty()
                : incident.process()
                        .filter(Deeds::isWithinReach)
                        .map(process -> new Suspend(process, !incident.isOnlyProbable()));
    }

    private static boolean isWithinReach(ProcessObject process) {
        return !process.startToken().equals("0") && !isSystem(process);
    }

    /** Whether it is the idle process or the kernel of Windows, or one without which the system stops. */
    static boolean isSystem(ProcessObject process) {
        return process.pid() == IDLE
                || process.pid() == WINDOWS_KERNEL
                || process.protection().isPresent();
    }

    Optional<Deed> blockProgram(IncidentObject incident) {
        Optional<Deed> image = incident.image().map(path -> blockProgram(Headline.fileName(path), path, incident));
        return image.or(() -> incident.process()
                .flatMap(process -> process.path().map(path -> blockProgram(process.name(), path, incident))));
    }

    /**
     * To block what a process runs.
     *
     * @param remote to whom it was seen to talk, if to anybody
     */
    Optional<Deed> blockProgram(ProcessObject process, Optional<EndpointObject> remote) {
        Reach reach = Reach.stopping(remote.stream().map(EndpointObject::address));
        return process.path()
                .map(path -> new BlockProgram(
                        process.name(), path, reach, Optional.empty(), texts.of("block.reason.connection")));
    }

    private Deed blockProgram(String name, String path, IncidentObject incident) {
        return new BlockProgram(
                name, path, Reach.stopping(incident.sample().stream()), Optional.of(incident.id()), reason(incident));
    }

    Optional<Deed> blockPort(IncidentObject incident) {
        if (incident.ports().isEmpty() || incident.protocol() != Protocol.TCP) {
            return Optional.empty();
        }
        return Optional.of(new BlockPort(
                incident.ports().get(0),
                Reach.stopping(incident.sample().stream()),
                Optional.of(incident.id()),
                reason(incident)));
    }

    /**
     * To block a remote port.
     *
     * @param protocol "tcp", "udp", …
     */
    Optional<Deed> blockPort(String protocol, EndpointObject remote) {
        boolean tcp = protocol.startsWith("tcp");
        return tcp && remote.port() > 0
                ? Optional.of(new BlockPort(
                        remote.port(),
                        Reach.stopping(Stream.of(remote.address())),
                        Optional.empty(),
                        texts.of("block.reason.connection")))
                : Optional.empty();
    }

    /** What a user who is no administrator can have blocked of that incident, and why not where it cannot. */
    Known<Deed> blockForAnHour(IncidentObject incident, CallerObject caller) {
        return HourBlock.of(incident, caller, texts, reason(incident));
    }

    /** To approve what the process runs; only with the hash that the service has taken of it. */
    Optional<Deed> approve(ProcessObject process) {
        return process.path().isPresent() && process.sha256().isPresent()
                ? Optional.of(new Deed.Approve(process))
                : Optional.empty();
    }

    /** To approve the culprit; not who started many short-lived processes. */
    Optional<Deed> approve(IncidentObject incident) {
        return incident.image().isPresent()
                ? Optional.empty()
                : incident.process().flatMap(this::approve);
    }

    /** To let the culprit make no noise for a while. */
    Optional<Deed> snooze(IncidentObject incident, Duration time) {
        return incident.image()
                .or(() -> incident.process().flatMap(ProcessObject::path))
                .map(path -> new Snooze(path, time));
    }

    private String reason(IncidentObject incident) {
        return texts.of("block.reason.incident", incidentText.headline(incident));
    }
}
