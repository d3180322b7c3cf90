package org.synwarden.tray;

import java.util.List;
import org.synwarden.contract.IncidentObject;

/** Incidents of the past as rows. Event thread. */
final class HistoryModel extends ListedRows<IncidentObject> {
    private static final List<String> HEADINGS = List.of(
            "column.day", "column.time", "column.what", "column.program", "column.attempts", "column.incident.state");

    private final transient Texts texts;
    private final transient IncidentText text;
    private final transient Moments moments;

    HistoryModel(Texts texts, IncidentText text, Moments moments) {
        super(texts, IncidentObject::id, HEADINGS);
        this.texts = texts;
        this.text = text;
        this.moments = moments;
    }

    @Override
    String cell(IncidentObject incident, int column) {
        return switch (column) {
            case 0 -> moments.day(incident.raisedAt());
            case 1 -> moments.time(incident.raisedAt());
            case 2 -> text.headline(incident);
            case 3 -> text.program(incident);
            case 4 -> texts.of("count", incident.totalAttempts());
            default -> texts.of(Incidents.isOpen(incident) ? "incident.open" : "incident.closed");
        };
    }
}
