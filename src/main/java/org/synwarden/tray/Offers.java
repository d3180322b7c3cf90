package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;

/** What is offered about a row, and what is said where it cannot be: never only that it is not possible. Pure. */
final class Offers {
    private static final int NAME_LIMIT = 40;

    private final Texts texts;
    private final Deeds deeds;

    Offers(Texts texts, Deeds deeds) {
        this.texts = texts;
        this.deeds = deeds;
    }

    Offer kill(IncidentObject incident) {
        if (incident.image().isPresent()) {
            return Offer.refused(texts.of("refusal.kill.many"));
        }
        return deeds.kill(incident).map(Offer::of).orElseGet(() -> noKill(incident.process()));
    }

    Offer kill(Optional<ProcessObject> process) {
        return process.flatMap(deeds::kill).map(Offer::of).orElseGet(() -> noKill(process));
    }

    private Offer noKill(Optional<ProcessObject> process) {
        if (process.isEmpty()) {
            return Offer.refused(texts.of("refusal.kill.unknown"));
        }
        boolean system = Deeds.isSystem(process.get());
        return Offer.refused(texts.of(
                system ? "refusal.kill.system" : "refusal.kill.gone", name(process.get()), pid(process.get())));
    }

    Offer blockProgram(IncidentObject incident) {
        return deeds.blockProgram(incident).map(Offer::of).orElseGet(this::noBlockProgram);
    }

    Offer blockProgram(Optional<ProcessObject> process) {
        return process.flatMap(deeds::blockProgram).map(Offer::of).orElseGet(this::noBlockProgram);
    }

    private Offer noBlockProgram() {
        return Offer.refused(texts.of("refusal.block.program"));
    }

    Offer blockPort(IncidentObject incident) {
        return deeds.blockPort(incident).map(Offer::of).orElseGet(this::noBlockPort);
    }

    Offer blockPort(SocketObject socket) {
        return blockPort(socket.protocol(), socket.remote());
    }

    /**
     * To block the port of a remote end.
     *
     * @param protocol "tcp", "udp", …
     */
    Offer blockPort(String protocol, Optional<EndpointObject> remote) {
        return remote.flatMap(end -> deeds.blockPort(protocol, end.port()))
                .map(Offer::of)
                .orElseGet(this::noBlockPort);
    }

    private Offer noBlockPort() {
        return Offer.refused(texts.of("refusal.block.port"));
    }

    /** To approve what the process runs, which has to be known to the byte. */
    Offer approve(Optional<ProcessObject> process) {
        if (process.isEmpty()) {
            return Offer.refused(texts.of("refusal.approve.unknown"));
        }
        return deeds.approve(process.get())
                .map(Offer::of)
                .orElseGet(() -> Offer.refused(texts.of("refusal.approve.hash", name(process.get()))));
    }

    private static String name(ProcessObject process) {
        return ForeignText.shorten(process.name(), NAME_LIMIT);
    }

    private static String pid(ProcessObject process) {
        return String.valueOf(process.pid());
    }
}
