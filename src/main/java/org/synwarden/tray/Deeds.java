package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;

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
        boolean certain = !Headline.isOnlyProbable(incident);
        return incident.process().flatMap(process -> kill(process, certain));
    }

    Optional<Deed> kill(SocketObject socket) {
        return socket.process().flatMap(process -> kill(process, true));
    }

    private static Optional<Deed> kill(ProcessObject process, boolean certain) {
        boolean known = !process.startToken().equals("0");
        boolean mortal = process.pid() != IDLE && process.pid() != WINDOWS_KERNEL;
        return known && mortal ? Optional.of(new Deed.Kill(process, certain)) : Optional.empty();
    }

    Optional<Deed> blockProgram(IncidentObject incident) {
        Optional<Deed> image =
                incident.image().map(path -> new Deed.BlockProgram(Headline.fileName(path), path, reason(incident)));
        return image.or(() -> incident.process().flatMap(process -> blockProgram(process, reason(incident))));
    }

    Optional<Deed> blockProgram(SocketObject socket) {
        return socket.process().flatMap(process -> blockProgram(process, texts.of("block.reason.connection")));
    }

    private static Optional<Deed> blockProgram(ProcessObject process, String reason) {
        return process.path().map(path -> new Deed.BlockProgram(process.name(), path, reason));
    }

    Optional<Deed> blockPort(IncidentObject incident) {
        if (incident.ports().isEmpty() || incident.kind().equals("udp-sweep")) {
            return Optional.empty();
        }
        return Optional.of(new Deed.BlockPort(incident.ports().get(0), reason(incident)));
    }

    Optional<Deed> blockPort(SocketObject socket) {
        boolean tcp = socket.protocol().startsWith("tcp");
        return socket.remote()
                .filter(remote -> tcp && remote.port() > 0)
                .map(remote -> new Deed.BlockPort(remote.port(), texts.of("block.reason.connection")));
    }

    private String reason(IncidentObject incident) {
        return texts.of("block.reason.incident", incidentText.headline(incident));
    }
}
