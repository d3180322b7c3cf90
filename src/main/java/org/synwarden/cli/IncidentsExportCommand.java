package org.synwarden.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden incidents export}: everything that is recorded, for programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Prints incidents as JSON Lines, the oldest first; at most the newest 1,000.")
final class IncidentsExportCommand extends RequestCommand {
    private final Terminal terminal;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Converter.class,
            description = "Only those raised since then: 30m, 2h, 7d, or as 2026-03-14 09:26; else all.")
    private Since since = new Since(Instant.EPOCH);

    IncidentsExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        List<IncidentObject> oldestFirst = new ArrayList<>(requests.incidents(since.at()));
        Collections.reverse(oldestFirst);
        Listing.print(terminal, true, oldestFirst, IncidentObject::id, "");
        return 0;
    }
}
