package org.synwarden.watchdog;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Outcome;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureSummary;
import org.synwarden.capture.CaptureWarning;
import org.synwarden.capture.Frame;
import org.synwarden.capture.FrameDecoder;
import org.synwarden.contract.IncidentObject;
import org.synwarden.detect.Incident;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.NameResolved;

/**
 * Runs one capture file through an engine of its own, on the caller's thread: no queue, no drops, the same output for
 * the same file to the byte. Where the clock goes back by more than a minute, as in captures that were joined, an engine
 * never hears of a timeout again until the old time is reached; so what follows gets a new one, at most
 * {@value #MOST_ENGINES} a file.
 */
public final class Replay implements EngineListener {
    static final int MOST_ENGINES = 64;

    private static final long SET_BACK = TimeUnit.MINUTES.toNanos(1);

    private final ContractObjects contract = new ContractObjects(key -> Optional.empty());
    private final Consumer<IncidentObject> incidents;
    private final Pace pace;
    private final Map<Outcome, AtomicLong> outcomes = new EnumMap<>(Outcome.class);
    private Engine engine = Engine.forCapture(this);
    private long latest = Long.MIN_VALUE;
    private long attemptsBefore;
    private int timesSetBack;
    private long firstSetBack;
    private long begun;
    private long names;
    private int raised;
    private long incidentsBefore;
    private long latestIncident;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private Replay(Consumer<IncidentObject> incidents, Pace pace) {
        this.incidents = incidents;
        this.pace = pace;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new AtomicLong());
        }
    }

    /** Lets a replay wait for memory that others hold; called on its thread. */
    @FunctionalInterface
    public interface Pace {
        /** Returns when there may be more attempts than these; called every {@value #EVERY} attempts. */
        void holds(long attempts);

        /** How many attempts begin between two calls. */
        int EVERY = 256;
    }

    /**
     * What a file held.
     *
     * @param frames how many were read
     * @param span from the earliest frame to the latest; empty where there was none
     * @param attempts how many began
     * @param outcomes what became of them, in the contract's words and the order of {@link Outcome}; none is 0
     * @param names addresses that name answers gave, repetitions included; counted even where they are not to count
     * @param incidents how many were raised
     * @param warnings where the file was not what it should be
     */
    public record Result(
            long frames,
            Optional<Span> span,
            long attempts,
            Map<String, Long> outcomes,
            long names,
            int incidents,
            List<CaptureWarning> warnings) {}

    /** A stretch of time, both ends included. */
    public record Span(Instant first, Instant last) {}

    /**
     * Reads the file to its end.
     *
     * @param nameEvidence whether name answers in the file count
     * @param incidents gets every incident when it opens and again when it closes, or when the file ends
     * @param pace is asked as attempts pile up
     * @throws IOException when nothing of the file can be read; the message says why and what to do
     */
    public static Result run(CaptureFile file, boolean nameEvidence, Consumer<IncidentObject> incidents, Pace pace)
            throws IOException {
        Replay replay = new Replay(incidents, pace);
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, observation -> {
            boolean name = observation instanceof NameResolved;
            replay.names += name ? 1 : 0;
            if (nameEvidence || !name) {
                replay.engine.observe(observation);
            }
        });
        CaptureSummary summary = file.read(frame -> {
            replay.comeTo(frame);
            decoder.decode(frame);
        });
        replay.engine.finish();
        return replay.result(summary);
    }

    private void comeTo(Frame frame) {
        long at = frame.at();
        first = Math.min(first, at);
        last = Math.max(last, at);
        if (at >= latest) {
            latest = at;
        } else if (latest - at > SET_BACK && timesSetBack < MOST_ENGINES - 1) {
            beginAnew(frame);
        }
        engine.tick(at);
    }

    private void beginAnew(Frame frame) {
        engine.finish();
        attemptsBefore += engine.attempts();
        incidentsBefore = latestIncident;
        engine = Engine.forCapture(this);
        latest = frame.at();
        firstSetBack = timesSetBack++ == 0 ? frame.number() : firstSetBack;
    }

    private Result result(CaptureSummary summary) {
        List<CaptureWarning> warnings = new ArrayList<>(summary.warnings());
        if (timesSetBack > 0) {
            warnings.add(new CaptureWarning.ClockSetBack(timesSetBack, firstSetBack));
        }
        Map<String, Long> counted = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> {
            if (count.get() > 0) {
                counted.put(ContractObjects.lower(outcome), count.get());
            }
        });
        Optional<Span> span = summary.frames() == 0
                ? Optional.empty()
                : Optional.of(new Span(ContractObjects.instant(first), ContractObjects.instant(last)));
        long attempts = attemptsBefore + engine.attempts();
        return new Result(summary.frames(), span, attempts, counted, names, raised, List.copyOf(warnings));
    }

    @Override
    public void attemptBegan(Attempt attempt) {
        outcomes.get(attempt.outcome()).incrementAndGet();
        if (++begun % Pace.EVERY == 0) {
            pace.holds(begun);
        }
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        outcomes.get(before).decrementAndGet();
        outcomes.get(attempt.outcome()).incrementAndGet();
    }

    @Override
    public void incidentOpened(Incident incident) {
        raised++;
        tell(incident);
    }

    @Override
    public void incidentClosed(Incident incident) {
        tell(incident);
    }

    /** Numbers go on where the clock was set back, though each engine counts from 1. */
    private void tell(Incident incident) {
        long number = incidentsBefore + Long.parseLong(incident.id());
        latestIncident = Math.max(latestIncident, number);
        incidents.accept(contract.incident(Long.toString(number), incident));
    }
}
