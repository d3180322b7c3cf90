import java.nio.file.Path;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.FrameDecoder;
import org.synwarden.detect.Incident;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.observation.EvidenceSource;

/**
 * The engine without the rest of the program: who scans in a capture file, and why that is said. From a checkout that
 * has been built once:
 *
 * <pre>java -cp target/synwarden.jar examples/WhoScans.java FILE</pre>
 */
final class WhoScans implements EngineListener {
    public static void main(String[] files) throws Exception {
        Engine engine = Engine.forCapture(new WhoScans());
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, engine::observe);
        CaptureFile.at(Path.of(files[0])).read(frame -> {
            engine.tick(frame.at());
            decoder.decode(frame);
        });
        engine.finish();
    }

    @Override
    public void incidentOpened(Incident incident) {
        System.out.println(incident.initiator().host() + ": " + incident.explanation());
    }
}
