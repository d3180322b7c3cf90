package org.synwarden.watchdog;

import java.util.List;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Incident;
import org.synwarden.detect.UpstreamFailure;
import org.synwarden.engine.EngineListener;

/** Several who hear the engine, told one after the other. On the engine's thread. */
record EngineListeners(List<EngineListener> all) implements EngineListener {
    @Override
    public void attemptBegan(Attempt attempt) {
        all.forEach(listener -> listener.attemptBegan(attempt));
    }

    @Override
    public void attemptAttributed(Attempt attempt, Initiator before) {
        all.forEach(listener -> listener.attemptAttributed(attempt, before));
    }

    @Override
    public void attemptWithdrawn(Attempt attempt) {
        all.forEach(listener -> listener.attemptWithdrawn(attempt));
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        all.forEach(listener -> listener.attemptConcluded(attempt, before));
    }

    @Override
    public void incidentOpened(Incident incident) {
        all.forEach(listener -> listener.incidentOpened(incident));
    }

    @Override
    public void incidentGrew(Incident incident) {
        all.forEach(listener -> listener.incidentGrew(incident));
    }

    @Override
    public void incidentClosed(Incident incident) {
        all.forEach(listener -> listener.incidentClosed(incident));
    }

    @Override
    public void upstreamFailed(UpstreamFailure failure) {
        all.forEach(listener -> listener.upstreamFailed(failure));
    }

    @Override
    public void upstreamRecovered() {
        all.forEach(EngineListener::upstreamRecovered);
    }
}
