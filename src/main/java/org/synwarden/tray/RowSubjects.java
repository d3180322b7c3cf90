package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;

/** Says what a row is about. Pure; any thread. */
final class RowSubjects {
    private final IncidentText incidentText;
    private final Offers offers;
    private final ProgramFiles files;
    private final Facts facts;

    RowSubjects(Texts texts, IncidentText incidentText) {
        this.incidentText = incidentText;
        this.offers = new Offers(texts, new Deeds(texts, incidentText));
        this.files = new ProgramFiles(texts);
        this.facts = new Facts(texts, incidentText);
    }

    /** A connection, or a socket that waits for one. */
    RowSubject of(SocketObject socket) {
        List<IncidentPage.Fact> all = new ArrayList<>(facts.of(socket));
        all.addAll(facts.of(socket.process()));
        return subject(
                ends(Optional.of(socket.local()), socket.remote()),
                socket.process(),
                offers.blockProgram(socket.process(), socket.remote()),
                offers.blockPort(socket.protocol(), socket.remote()),
                RowFilter.of(socket),
                all);
    }

    /**
     * A packet.
     *
     * @param process whose it is, as far as that is known
     */
    RowSubject of(PacketObject packet, Optional<ProcessObject> process) {
        List<IncidentPage.Fact> all = new ArrayList<>(facts.of(packet));
        all.addAll(facts.of(process));
        return subject(
                ends(packet.source(), packet.destination()),
                process,
                offers.blockProgram(process, packet.destination()),
                offers.blockPort(packet.protocol(), packet.destination()),
                RowFilter.of(packet),
                all);
    }

    /** An incident. */
    RowSubject of(IncidentObject incident) {
        List<IncidentPage.Fact> all = new ArrayList<>(facts.of(incident));
        all.addAll(facts.of(incident.process()));
        return new RowSubject(
                incidentText.headline(incident),
                incident.process(),
                Optional.of(IncidentId.of(incident)),
                offers.kill(incident),
                offers.blockProgram(incident),
                offers.blockPort(incident),
                offers.approve(incident),
                files.location(incident),
                files.virusTotal(incident),
                files.search(incident),
                RowFilter.of(incident),
                all);
    }

    /**
     * What was done or refused.
     *
     * @param incident because of which, where that is known
     */
    RowSubject of(HistoryRow done, Optional<IncidentObject> incident) {
        return new RowSubject(
                done.what(),
                Optional.empty(),
                incident.map(IncidentId::of),
                offers.onlyTold(),
                offers.onlyTold(),
                offers.onlyTold(),
                offers.onlyTold(),
                incident.map(files::location).orElseGet(offers::onlyTold),
                incident.map(files::virusTotal).orElseGet(offers::onlyTold),
                incident.map(files::search).orElseGet(offers::onlyTold),
                incident.map(RowFilter::of).orElse(""),
                done.facts());
    }

    /** What VirusTotal knows of a program, told of its process alone. */
    Known<WebAddress> virusTotal(ProcessObject process) {
        return files.virusTotal(Optional.of(process));
    }

    /**
     * A block, an approval or a snooze.
     *
     * @param incident the incident that it answers, where that is known
     */
    RowSubject of(RuleRow row, Optional<IncidentId> incident) {
        RuleRow.About about = row.about();
        return new RowSubject(
                row.kind() + ": " + row.what(),
                Optional.empty(),
                incident,
                offers.noProcess(),
                offers.nothingMore(),
                offers.nothingMore(),
                offers.nothingMore(),
                files.location(about),
                files.virusTotal(about),
                files.search(about),
                RowFilter.of(about),
                row.facts());
    }

    private RowSubject subject(
            String title,
            Optional<ProcessObject> process,
            Known<Deed> blockProgram,
            Known<Deed> blockPort,
            String filter,
            List<IncidentPage.Fact> all) {
        return new RowSubject(
                title,
                process,
                Optional.empty(),
                offers.kill(process),
                blockProgram,
                blockPort,
                offers.approve(process),
                files.location(process),
                files.virusTotal(process),
                files.search(process),
                filter,
                all);
    }

    private static String ends(Optional<EndpointObject> from, Optional<EndpointObject> to) {
        String source = from.map(EndpointObject::toString).orElse("");
        return to.map(end -> source + " \u2192 " + end).orElse(source);
    }
}
