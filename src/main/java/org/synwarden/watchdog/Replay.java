package org.synwarden.watchdog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureSummary;
import org.synwarden.capture.CaptureWarning;
import org.synwarden.capture.FrameDecoder;
import org.synwarden.contract.IncidentObject;
import org.synwarden.detect.Incident;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.NameResolved;

/**
 * Runs one capture file through an engine of its own, on the caller's thread: no queue, no drops, the same output for
 * the same file to the byte.
 */
public final class Replay implements EngineListener {
    private final ContractObjects contract = new ContractObjects(key -> Optional.empty());
    private final Consumer<IncidentObject> incidents;
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
        Engine engine = Engine.forCapture(replay);
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, observation -> {
            if (nameEvidence || !(observation instanceof NameResolved)) {
                engine.observe(observation);
            }
        });
        CaptureSummary summary = file.read(frame -> {
            engine.tick(frame.at());
            decoder.decode(frame);
        });
        engine.finish();
        return new Result(summary.frames(), engine.attempts(), replay.raised, summary.warnings());
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
