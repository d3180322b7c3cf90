package org.synwarden.tray;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.contract.SocketObject;

/** All that is known of something, as labelled lines; what is not known has none. Pure; any thread. */
final class Facts {
    private final Texts texts;
    private final IncidentText incidentText;

    Facts(Texts texts, IncidentText incidentText) {
        this.texts = texts;
        this.incidentText = incidentText;
    }

    List<IncidentPage.Fact> of(Optional<ProcessObject> process) {
        List<IncidentPage.Fact> facts = new ArrayList<>();
        process.ifPresent(who -> addProcess(who, facts));
        return facts;
    }

    private void addProcess(ProcessObject process, List<IncidentPage.Fact> facts) {
        add(facts, "fact.program", process.name());
        add(facts, "fact.pid", String.valueOf(process.pid()));
        add(facts, "fact.started", process.startedAt().map(this::instant));
        facts.addAll(origin(process));
        add(facts, "fact.package", process.packageName());
        add(facts, "fact.hash", process.sha256());
        add(facts, "fact.script.hash", process.script().map(ScriptObject::sha256));
    }

    /** What it runs and for whom, and who started it. */
    List<IncidentPage.Fact> origin(ProcessObject process) {
        List<IncidentPage.Fact> facts = new ArrayList<>();
        add(facts, "fact.path", process.path());
        add(facts, "fact.publisher", publisher(process));
        add(facts, "fact.services", String.join(texts.of("list.separator"), process.services()));
        add(
                facts,
                "fact.parents",
                process.parents().stream().map(this::parent).collect(Collectors.joining(" \u2190 ")));
        add(facts, "fact.command", process.commandLine());
        add(facts, "fact.script", process.script().map(ScriptObject::path));
        add(facts, "fact.user", process.user());
        return facts;
    }

    /** Who signed its file, which is known together with the hash; nothing where the system knows no signatures. */
    private Optional<String> publisher(ProcessObject process) {
        boolean isLookedAt = process.sha256().isPresent()
                && process.path().filter(path -> path.indexOf('\\') >= 0).isPresent();
        return process.signer().or(() -> isLookedAt ? Optional.of(texts.of("publisher.none")) : Optional.empty());
    }

    private String parent(ParentObject parent) {
        return texts.of("program.named", parent.name(), String.valueOf(parent.pid()));
    }

    List<IncidentPage.Fact> of(SocketObject socket) {
        List<IncidentPage.Fact> facts = new ArrayList<>();
        add(facts, "fact.protocol", socket.protocol());
        add(facts, "fact.local", socket.local().toString());
        add(facts, "fact.remote", socket.remote().map(EndpointObject::toString));
        add(facts, "fact.host", socket.remoteName());
        add(facts, "fact.state", socket.state());
        add(facts, "fact.service", socket.service());
        return facts;
    }

    List<IncidentPage.Fact> of(PacketObject packet) {
        List<IncidentPage.Fact> facts = new ArrayList<>();
        add(facts, "fact.time", instant(packet.at()));
        add(facts, "fact.protocol", packet.protocol());
        add(facts, "fact.source", packet.source().map(EndpointObject::toString));
        add(facts, "fact.destination", packet.destination().map(EndpointObject::toString));
        add(facts, "fact.flags", String.join(" ", packet.flags()));
        add(facts, "fact.length", texts.of("count", packet.length()));
        return facts;
    }

    List<IncidentPage.Fact> of(IncidentObject incident) {
        List<IncidentPage.Fact> facts = new ArrayList<>();
        add(facts, "fact.what", incidentText.headline(incident));
        add(facts, "fact.why", incident.explanation());
        add(facts, "fact.where", incidentText.where(incident));
        add(facts, "fact.since", incidentText.since(incident));
        add(facts, "fact.attempts", texts.of("count", incident.totalAttempts()));
        add(facts, "fact.requesters", incidentText.requesters(incident));
        add(facts, "fact.image", incident.image());
        add(facts, "fact.id", incident.id());
        return facts;
    }

    private String instant(Instant at) {
        return incidentText.clock(at);
    }

    private void add(List<IncidentPage.Fact> facts, String key, Optional<String> value) {
        value.ifPresent(known -> add(facts, key, known));
    }

    private void add(List<IncidentPage.Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new IncidentPage.Fact(texts.of(key), ForeignText.clean(value)));
        }
    }
}
