package org.synwarden.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.history.HistoryException;
import org.synwarden.history.PastIncident;
import org.synwarden.history.Question;
import org.synwarden.history.Recorded;

/** Answers requests out of what was recorded, in the contract's words. Any thread. */
public final class PastRequests {
    private static final int MAX_INCIDENTS = 1_000;
    private static final int MAX_MEASURES = 1_000;
    private static final long MARGIN = TimeUnit.MINUTES.toNanos(2);

    /** How long after its beginning attempts of an incident are looked for. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Recorded recorded;

    /** Answers out of that. */
    public PastRequests(Recorded recorded) {
        this.recorded = recorded;
    }

    /** Who used that port then. */
    public AnswerObject who(QuestionObject question) throws RequestException {
        try {
            Question asked = PastObjects.question(question);
            return PastObjects.answer(asked, recorded.inquire(asked));
        } catch (IllegalArgumentException e) {
            throw new RequestException(Code.MALFORMED, String.valueOf(e.getMessage()), e);
        } catch (HistoryException e) {
            throw unavailable(e);
        }
    }

    /** Incidents that were raised since then, newest first, at most {@value #MAX_INCIDENTS}. */
    public List<IncidentObject> incidents(Instant since) throws RequestException {
        try {
            return recorded.incidents(nanos(since), Long.MAX_VALUE, MAX_INCIDENTS).stream()
                    .map(PastObjects::incident)
                    .toList();
        } catch (HistoryException e) {
            throw unavailable(e);
        }
    }

    /** What was done or refused since then, newest first, at most {@value #MAX_MEASURES}. */
    public List<MeasureObject> measures(Instant since) throws RequestException {
        try {
            return recorded.actions(nanos(since), Long.MAX_VALUE, MAX_MEASURES).stream()
                    .map(PastObjects::measure)
                    .toList();
        } catch (HistoryException e) {
            throw unavailable(e);
        }
    }

    /** All there is about that incident; empty when it is not recorded. */
    public Optional<Dossier> incident(String id) throws RequestException {
        try {
            Optional<PastIncident> found = recorded.incident(id);
            return found.isPresent() ? Optional.of(dossier(found.get())) : Optional.empty();
        } catch (HistoryException e) {
            throw unavailable(e);
        }
    }

    /** What was recorded about an incident that is known; nothing where nothing can be read. */
    Dossier about(IncidentObject incident) {
        try {
            Optional<Dossier> past = incident(incident.id());
            return new Dossier(
                    incident,
                    past.map(Dossier::measures).orElse(List.of()),
                    past.map(Dossier::attempts).orElse(List.of()));
        } catch (RequestException unreadable) {
            return new Dossier(incident, List.of(), List.of());
        }
    }

    private Dossier dossier(PastIncident incident) throws HistoryException {
        long from = incident.firstAttempt() - MARGIN;
        long last = from + LONGEST.toNanos();
        long to = Math.min(last, incident.closedAt().orElse(last) + MARGIN);
        return new Dossier(
                PastObjects.incident(incident),
                recorded.actions(incident.id()).stream()
                        .map(PastObjects::measure)
                        .toList(),
                recorded.attempts(incident, from, to, Dossier.MAX_ATTEMPTS).stream()
                        .map(PastObjects::attempt)
                        .toList());
    }

    /** What lies before the history, or beyond all times, is as good as its ends. */
    private static long nanos(Instant at) {
        try {
            return Math.max(0, Question.nanos(at));
        } catch (IllegalArgumentException beyond) {
            return at.isBefore(Instant.EPOCH) ? 0 : Long.MAX_VALUE;
        }
    }

    private static RequestException unavailable(HistoryException why) {
        return new RequestException(Code.UNAVAILABLE, String.valueOf(why.getMessage()), why);
    }
}
