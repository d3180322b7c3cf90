package org.synwarden.watchdog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private Engine engine = Engine.forCapture(this);
    private long latest = Long.MIN_VALUE;
    private long attemptsBefore;
    private int timesSetBack;
    private long firstSetBack;
    private int raised;

    private Replay(Consumer<IncidentObject> incidents) {
        this.incidents = incidents;
    }

    /**
     * What a file held.
     *
     * @param frames how many were read
     * @param attempts how many began
     * @param incidents how many were raised
     * @param warnings where the file was not what it should be
     */
    public record Result(long frames, long attempts, int incidents, List<CaptureWarning> warnings) {}

    /**
     * Reads the file to its end.
     *
     * @param nameEvidence whether name answers in the file count
     * @param incidents gets every incident when it opens and again when it closes, or when the file ends
     * @throws IOException when nothing of the file can be read; the message says why and what to do
     */
    public static Result run(CaptureFile file, boolean nameEvidence, Consumer<IncidentObject> incidents)
            throws IOException {
        Replay replay = new Replay(incidents);
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, observation -> {
            if (nameEvidence || !(observation instanceof NameResolved)) {
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
        engine = Engine.forCapture(this);
        latest = frame.at();
        firstSetBack = timesSetBack++ == 0 ? frame.number() : firstSetBack;
    }

    private Result result(CaptureSummary summary) {
        List<CaptureWarning> warnings = new ArrayList<>(summary.warnings());
        if (timesSetBack > 0) {
            warnings.add(new CaptureWarning.ClockSetBack(timesSetBack, firstSetBack));
        }
        return new Result(summary.frames(), attemptsBefore + engine.attempts(), raised, List.copyOf(warnings));
    }

    @Override
    public void incidentOpened(Incident incident) {
        raised++;
        incidents.accept(contract.incident(incident));
    }

    @Override
    public void incidentClosed(Incident incident) {
        incidents.accept(contract.incident(incident));
    }
}
