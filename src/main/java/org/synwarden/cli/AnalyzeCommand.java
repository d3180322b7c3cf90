package org.synwarden.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.synwarden.filter.Filter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synwarden analyze}: capture files through the same engine that watches live, several at once. */
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
            defaultValue = "",
            converter = FilterText.class,
            description = "Shows only what passes this display filter, in Wireshark's language: the packets with"
                    + " --packets, else the incidents. What is judged stays the same.")
    private Filter filter;

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
    public Integer call() throws InterruptedException {
        CaptureRun run = new CaptureRun(terminal, files);
        run.run(
                packets
                        ? new PacketLines(filter, json)
                        : new IncidentLines(filter, json, !noNameEvidence, terminal::red));
        if (run.failed() > 0) {
            return ExitCode.SOFTWARE;
        }
        return exitCode && run.incidents() > 0 ? INCIDENTS_FOUND : ExitCode.OK;
    }
}
