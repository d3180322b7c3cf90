package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.UseObject;

/** What the history says, as labelled lines in the user's words. Pure; any thread. */
final class HistoryText {
    private final Texts texts;
    private final IncidentText incidentText;
    private final Facts facts;
    private final Moments moments;
    private final MeasureText measures;

    HistoryText(Texts texts, IncidentText incidentText, Moments moments) {
        this.texts = texts;
        this.incidentText = incidentText;
        this.facts = new Facts(texts, incidentText);
        this.moments = moments;
        this.measures = new MeasureText(texts, moments);
    }

    /** An incident as a row. */
    HistoryRow row(IncidentObject incident) {
        return new HistoryRow(
                "incident " + IncidentId.of(incident),
                incident.raisedAt(),
                incidentText.headline(incident),
                incidentText.program(incident),
                texts.of("count", incident.totalAttempts()),
                texts.of(Incidents.isOpen(incident) ? "incident.open" : "incident.closed"),
                Optional.of(incident),
                Optional.empty(),
                List.of());
    }

    /** What was done or refused as a row. */
    HistoryRow row(MeasureObject measure) {
        return new HistoryRow(
                "measure " + measure.key(),
                measure.at(),
                measures.what(measure),
                measure.pid().isPresent() ? measures.target(measure) : "",
                "",
                texts.of(measure.done() ? "history.done" : "history.refused"),
                Optional.empty(),
                Optional.of(measure),
                measures.of(List.of(measure)));
    }

    /** All about an incident, and what was done about it. */
    List<IncidentPage.Fact> of(Dossier dossier) {
        List<IncidentPage.Fact> all = new ArrayList<>(facts.of(dossier.incident()));
        all.addAll(facts.of(dossier.incident().process()));
        all.addAll(measures.of(dossier.measures()));
        return all;
    }

    /** Who it was, the likeliest first; or that nobody recorded it, why, and who comes nearest in time. */
    List<IncidentPage.Fact> of(AnswerObject answer) {
        List<IncidentPage.Fact> all = new ArrayList<>();
        if (!answer.isRecorded()) {
            all.add(fact("fact.answer", texts.of("history.nobody")));
        }
        answer.uses().forEach(use -> add(all, "fact.answer", use));
        answer.reason().ifPresent(reason -> all.add(fact("fact.why", moments.inText(reason))));
        answer.nearest().forEach(use -> add(all, "fact.nearest", use));
        answer.notes().forEach(note -> all.add(fact("fact.note", moments.inText(note))));
        return all;
    }

    private void add(List<IncidentPage.Fact> all, String label, UseObject use) {
        String who = use.process()
                .map(process -> texts.of("program.named", process.name(), String.valueOf(process.pid())))
                .orElseGet(() -> texts.of("program.unknown"));
        String remotes = use.remotes().stream()
                .map(EndpointObject::toString)
                .collect(Collectors.joining(texts.of("list.separator")));
        all.add(fact(
                label,
                texts.of(
                        "history.use",
                        who,
                        use.protocol() + " " + use.local(),
                        texts.of("history.between", incidentText.clock(use.first()), incidentText.clock(use.last())))));
        if (!remotes.isEmpty()) {
            all.add(fact("fact.remote", remotes));
        }
        all.add(fact("fact.certainty", use.certainty()));
        all.addAll(facts.of(use.process()));
    }

    private IncidentPage.Fact fact(String key, String value) {
        return new IncidentPage.Fact(texts.of(key), ForeignText.clean(value));
    }
}
