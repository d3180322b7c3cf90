package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureSummary;
import org.synwarden.contract.JsonLines;
import org.synwarden.contract.PacketObject;
import org.synwarden.filter.Filter;
import org.synwarden.watchdog.PacketList;

/** The packets of capture files on the terminal, one line each: for people, or as JSON Lines. */
final class PacketLines {
    /** How many lines are printed before a look whether anybody still reads; the look costs a flush. */
    private static final int BETWEEN_LOOKS = 1024;

    private final Terminal terminal;
    private final boolean json;
    private final Filter filter;
    private final JsonLines lines;
    private long printed;

    PacketLines(Terminal terminal, boolean json, Filter filter) {
        this.terminal = terminal;
        this.json = json;
        this.filter = filter;
        this.lines = new JsonLines(terminal.writer());
    }

    /** Returns the exit code. */
    int print(List<Path> files) {
        int failed = 0;
        for (Path file : files) {
            try {
                CaptureSummary summary = PacketList.run(CaptureFile.at(file), filter, this::print);
                summary.warnings()
                        .forEach(warning -> terminal.complain(Terminal.plain(file + ": " + warning.message())));
            } catch (NobodyReadsException e) {
                return 0;
            } catch (IOException e) {
                terminal.complain(Terminal.plain(e.getMessage()));
                failed++;
            }
        }
        return failed > 0 ? 1 : 0;
    }

    private void print(PacketObject packet) throws IOException {
        if (json) {
            lines.write(packet);
        } else {
            terminal.line(Words.packet(packet));
        }
        if (++printed % BETWEEN_LOOKS == 0 && terminal.isGone()) {
            throw new NobodyReadsException();
        }
    }

    /** Ends the reading of a file whose lines nobody reads any more ({@code … | head}). */
    private static final class NobodyReadsException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
