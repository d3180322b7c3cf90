package org.synwarden.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureWarning;
import org.synwarden.cli.OutputInOrder.Lane;
import org.synwarden.contract.IncidentObject;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;
import org.synwarden.watchdog.Replay;

/**
 * Judges a capture file and tells its incidents: as a report for people, or as JSON Lines.
 *
 * @param red makes a headline red where there are colours
 */
record IncidentLines(Filter filter, boolean json, boolean nameEvidence, UnaryOperator<String> red)
        implements CaptureTask {
    @Override
    public int run(Path path, CaptureFile file, Lane lane) throws IOException {
        CaptureReport report = new CaptureReport(path, nameEvidence, red);
        Replay.Result result;
        try {
            result = Replay.run(
                    file,
                    nameEvidence,
                    incident -> {
                        if (filter.matches(ContractRow.of(incident))) {
                            tell(incident, report, lane);
                        }
                    },
                    lane::holds);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!json) {
            for (String line : report.lines(result)) {
                lane.line(line);
            }
        }
        for (CaptureWarning warning : result.warnings()) {
            lane.complain(Terminal.plain(path + ": " + warning.message()));
        }
        return result.incidents();
    }

    private void tell(IncidentObject incident, CaptureReport report, Lane lane) {
        if (!json) {
            report.incident(incident);
            return;
        }
        try {
            lane.object(incident);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
