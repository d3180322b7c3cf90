package org.synwarden.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.synwarden.capture.CaptureFile;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonLines;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;
import org.synwarden.filter.FilterException;
import org.synwarden.watchdog.Replay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synwarden analyze}: capture files through the same engine that watches live. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Looks for worms and scanners in capture files (pcap, pcapng, gzip).")
final class AnalyzeCommand implements Callable<Integer> {
    private static final int INCIDENTS_FOUND = 3;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Capture files; /dev/stdin reads a pipe.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Prints incidents as JSON Lines, when they open and when they close.")
    private boolean json;

    @Option(
            names = "--packets",
            description = "Lists the packets, one line each, instead of judging them; with --json as JSON Lines.")
    private boolean packets;

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            description = "Shows only what passes this display filter, in Wireshark's language: the packets with"
                    + " --packets, else the incidents. What is judged stays the same.")
    private String expression = "";

    @Option(
            names = "--no-name-evidence",
            description = "Judges as if no name answers had been seen, as on a host that resolves names over HTTPS.")
    private boolean noNameEvidence;

    @Option(names = "--exit-code", description = "Exits with 3 when incidents were found.")
    private boolean exitCode;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            Filter filter = Filter.parse(expression);
            return packets ? new PacketLines(terminal, json, filter).print(files) : judge(filter);
        } catch (FilterException e) {
            terminal.complain("--filter, " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private int judge(Filter filter) {
        JsonLines lines = new JsonLines(terminal.writer());
        int failed = 0;
        int incidents = 0;
        for (Path file : files) {
            try {
                incidents += json ? print(file, filter, lines) : report(file, filter);
            } catch (IOException e) {
                terminal.complain(Terminal.plain(e.getMessage()));
                failed++;
            }
        }
        if (failed > 0) {
            return 1;
        }
        return exitCode && incidents > 0 ? INCIDENTS_FOUND : 0;
    }

    private int print(Path file, Filter filter, JsonLines lines) throws IOException {
        Replay.Result result = analyze(file, incident -> {
            if (filter.matches(ContractRow.of(incident))) {
                write(lines, incident);
            }
        });
        return result.incidents();
    }

    private static void write(JsonLines lines, IncidentObject incident) {
        try {
            lines.write(incident);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int report(Path file, Filter filter) throws IOException {
        List<String> found = new ArrayList<>();
        Replay.Result result = analyze(file, incident -> {
            if (Words.isClosed(incident) && filter.matches(ContractRow.of(incident))) {
                found.add("  " + Words.verdict(incident));
            }
        });
        terminal.line(String.format(
                Locale.ROOT,
                "%s: %,d frames, %,d connection attempts, %s",
                Terminal.plain(file.toString()),
                result.frames(),
                result.attempts(),
                result.incidents() == 0 ? "no incident" : result.incidents() + " incident(s)"));
        found.forEach(terminal::line);
        return result.incidents();
    }

    private Replay.Result analyze(Path file, Consumer<IncidentObject> incidents) throws IOException {
        Replay.Result result = Replay.run(CaptureFile.at(file), !noNameEvidence, incidents);
        result.warnings().forEach(warning -> terminal.complain(Terminal.plain(file + ": " + warning.message())));
        return result;
    }
}
