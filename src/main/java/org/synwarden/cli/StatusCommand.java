package org.synwarden.cli;

import java.util.List;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden status}: how the service is, and what it cannot see. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Says how the service is.")
final class StatusCommand extends RequestCommand {
    private final Terminal terminal;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        Listing.print(terminal, json, List.of(requests.status()), Words::status, "");
        return 0;
    }
}
