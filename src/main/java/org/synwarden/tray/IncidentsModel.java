package org.synwarden.tray;

import java.util.List;
import org.synwarden.contract.IncidentObject;

/** The incidents as rows, at most 256. Event thread. */
final class IncidentsModel extends ListedRows<IncidentObject> {
    static final int SEVERITY = 0;
    static final int WHAT = 1;
    static final int PROGRAM = 2;
    static final int ATTEMPTS = 3;
    static final int SINCE = 4;
    static final int STATE = 5;

    private static final List<String> HEADINGS = List.of(
            "column.severity",
            "column.what",
            "column.program",
            "column.attempts",
            "column.since",
            "column.incident.state");

    private final transient Texts texts;
    private final transient IncidentText text;
    private final transient Incidents incidents;

    IncidentsModel(Texts texts, IncidentText text, Incidents incidents) {
        super(texts, incident -> IncidentId.of(incident).toString(), HEADINGS);
        this.texts = texts;
        this.text = text;
        this.incidents = incidents;
    }

    /** Draws what the incidents are now. */
    void refresh() {
        showAnew(incidents.all());
    }

    @Override
    String cell(IncidentObject incident, int column) {
        return switch (column) {
            case SEVERITY -> texts.of(Incidents.isRed(incident) ? "severity.red" : "severity.amber");
            case WHAT -> text.headline(incident);
            case PROGRAM -> text.program(incident);
            case ATTEMPTS -> texts.of("count", incident.totalAttempts());
            case SINCE -> text.since(incident);
            default -> state(incident);
        };
    }

    private String state(IncidentObject incident) {
        if (!Incidents.isOpen(incident)) {
            return texts.of("incident.closed");
        }
        return texts.of(incidents.isIgnored(IncidentId.of(incident)) ? "incident.ignored" : "incident.open");
    }
}
