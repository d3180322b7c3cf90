package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/** What is offered about a row, and what is said where it cannot be: never only that it is not possible. Pure. */
final class Offers {
    private final Texts texts;
    private final Deeds deeds;

    Offers(Texts texts, Deeds deeds) {
        this.texts = texts;
        this.deeds = deeds;
    }

    Known<Deed> kill(IncidentObject incident) {
        if (incident.image().isPresent()) {
            return Known.refused(texts.of("refusal.kill.many"));
        }
        return deeds.kill(incident).map(Known::of).orElseGet(() -> noKill(incident.process()));
    }

    /** Nothing of a process: what was decided is no process. */
    Known<Deed> noProcess() {
        return Known.refused(texts.of("refusal.rule.process"));
    }

    /** Nothing but to take back what was decided. */
    Known<Deed> nothingMore() {
        return Known.refused(texts.of("refusal.rule.undo"));
    }

    /** To stop the culprit where it is. */
    Known<Deed> suspend(IncidentObject incident) {
        if (incident.image().isPresent()) {
            return Known.refused(texts.of("refusal.kill.many"));
        }
        return deeds.suspend(incident)
                .map(Known::of)
                .orElseGet(() -> refusal(
                        incident.process(),
                        "refusal.suspend.unknown",
                        "refusal.suspend.system",
                        "refusal.suspend.gone"));
    }

    Known<Deed> kill(Optional<ProcessObject> process) {
        return process.flatMap(deeds::kill).map(Known::of).orElseGet(() -> noKill(process));
    }

    private Known<Deed> noKill(Optional<ProcessObject> process) {
        return refusal(process, "refusal.kill.unknown", "refusal.kill.system", "refusal.kill.gone");
    }

    /** Why nothing is done to that process: nobody knows which, the system needs it, or it is there no more. */
    private Known<Deed> refusal(Optional<ProcessObject> process, String unknown, String system, String gone) {
        return Known.refused(process.map(one -> texts.of(
                        Deeds.isSystem(one) ? system : gone, ForeignText.nameOf(one), String.valueOf(one.pid())))
                .orElseGet(() -> texts.of(unknown)));
    }

    /** Nothing of a row that only tells what was done. */
    <T> Known<T> onlyTold() {
        return Known.refused(texts.of("refusal.told"));
    }

    Known<Deed> blockProgram(IncidentObject incident) {
        return deeds.blockProgram(incident).map(Known::of).orElseGet(this::noBlockProgram);
    }

    /**
     * To block what the process runs.
     *
     * @param remote to whom it was seen to talk, if to anybody
     */
    Known<Deed> blockProgram(Optional<ProcessObject> process, Optional<EndpointObject> remote) {
        return process.flatMap(known -> deeds.blockProgram(known, remote))
                .map(Known::of)
                .orElseGet(this::noBlockProgram);
    }

    private Known<Deed> noBlockProgram() {
        return Known.refused(texts.of("refusal.block.program"));
    }

    Known<Deed> blockPort(IncidentObject incident) {
        return deeds.blockPort(incident).map(Known::of).orElseGet(this::noBlockPort);
    }

    /**
     * To block the port of a remote end.
     *
     * @param protocol "tcp", "udp", …
     */
    Known<Deed> blockPort(String protocol, Optional<EndpointObject> remote) {
        return remote.flatMap(end -> deeds.blockPort(protocol, end))
                .map(Known::of)
                .orElseGet(this::noBlockPort);
    }

    private Known<Deed> noBlockPort() {
        return Known.refused(texts.of("refusal.block.port"));
    }

    /** To approve the culprit; not who started many short-lived processes. */
    Known<Deed> approve(IncidentObject incident) {
        return incident.image().isPresent()
                ? Known.refused(texts.of("refusal.approve.many"))
                : approve(incident.process());
    }

    /** To approve what the process runs, which has to be known to the byte. */
    Known<Deed> approve(Optional<ProcessObject> process) {
        if (process.isEmpty()) {
            return Known.refused(texts.of("refusal.approve.unknown"));
        }
        return deeds.approve(process.get())
                .map(Known::of)
                .orElseGet(() -> Known.refused(texts.of("refusal.approve.hash", ForeignText.nameOf(process.get()))));
    }
}
