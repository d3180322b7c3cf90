package org.synwarden.tray;

import java.util.List;
import java.util.OptionalInt;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;

/** What icon and status bar say about the state as a whole. Pure; any thread. */
final class StateText {
    /** Windows shows no more. */
    static final int TOOLTIP_LIMIT = 127;

    private static final int LINE_LIMIT = 72;
    private static final int WHOLE_LIMIT = 200;

    private final Texts texts;
    private final IncidentText incidentText;

    StateText(Texts texts, IncidentText incidentText) {
        this.texts = texts;
        this.incidentText = incidentText;
    }

    /** One line for the icon, with the counts. */
    String tooltip(ClientModel model) {
        List<IncidentObject> calling = model.incidents().calling();
        String line = switch (model.state()) {
            case RED, AMBER ->
                texts.of(
                        "tooltip.incident",
                        incidentText.headline(calling.get(0)),
                        calling.get(0).totalAttempts(),
                        calling.size() - 1);
            case NOT_CONNECTED ->
                model.link().phase() == LinkState.Phase.CONNECTING
                        ? texts.of("tooltip.connecting")
                        : texts.of("tooltip.absent", model.link().reason());
            case SUSPENDED -> suspended(model.suspension(), "tooltip.suspended", "tooltip.suspended.restart");
            case DEGRADED -> texts.of("tooltip.degraded", model.degradations().size());
            case WATCHING -> texts.of("tooltip.watching");
        };
        return ForeignText.shorten(line, TOOLTIP_LIMIT);
    }

    /** How the client stands with the service, and why. */
    String link(ClientModel model) {
        return switch (model.link().phase()) {
            case CONNECTING -> texts.of("status.connecting");
            case CONNECTED ->
                model.suspension().isOn()
                        ? suspended(model.suspension(), "status.suspended", "status.suspended.restart")
                        : texts.of(calls(model) ? "status.alarm" : "status.watching");
            case ABSENT ->
                model.link().isStartable()
                        ? texts.of("status.not-running")
                        : texts.of(
                                "status.absent",
                                ForeignText.shorten(model.link().reason(), 160));
        };
    }

    private String suspended(Suspension suspension, String until, String forever) {
        return suspension
                .until()
                .map(at -> texts.of(until, texts.timeOfDay(at)))
                .orElseGet(() -> texts.of(forever));
    }

    /** How many connections there are, and whether that is still so; nothing where it is not known. */
    String rows(ClientModel model, OptionalInt connections) {
        if (connections.isEmpty()) {
            return "";
        }
        int count = connections.getAsInt();
        if (model.link().isConnected()) {
            return texts.of("status.rows", count);
        }
        return count == 0 ? "" : texts.of("status.rows.stale", count);
    }

    private static boolean calls(ClientModel model) {
        return !model.incidents().calling().isEmpty();
    }

    /** The first thing that is missing, what to do about it, and how many more there are. */
    String degradations(List<DegradationObject> degradations) {
        String first = degradation(degradations.get(0), LINE_LIMIT);
        return texts.of("status.degradations", first, degradations.size() - 1);
    }

    /** What is missing and what to do about it. */
    String wholeDegradation(DegradationObject degradation) {
        return degradation(degradation, WHOLE_LIMIT);
    }

    private String degradation(DegradationObject degradation, int limit) {
        return texts.of(
                "status.degradation",
                ForeignText.shorten(degradation.message(), limit),
                ForeignText.shorten(degradation.remedy(), limit));
    }
}
