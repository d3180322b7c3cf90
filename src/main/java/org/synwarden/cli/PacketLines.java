package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureSummary;
import org.synwarden.capture.CaptureWarning;
import org.synwarden.cli.OutputInOrder.Lane;
import org.synwarden.filter.Filter;
import org.synwarden.watchdog.PacketList;

/** Lists the packets of a capture file, one line each: for people, or as JSON Lines. */
record PacketLines(Filter filter, boolean json) implements CaptureTask {
    @Override
    public int run(Path path, CaptureFile file, Lane lane) throws IOException {
        CaptureSummary summary = PacketList.run(file, filter, packet -> {
            if (json) {
                lane.object(packet);
            } else {
                lane.line(Words.packet(packet));
            }
        });
        for (CaptureWarning warning : summary.warnings()) {
            lane.complain(Terminal.plain(path + ": " + warning.message()));
        }
        return 0;
    }
}
