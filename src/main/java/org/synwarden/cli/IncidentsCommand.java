package org.synwarden.cli;

import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden incidents}: what the service has raised since its start, newest first. */
@Command(name = "incidents", mixinStandardHelpOptions = true, description = "Lists the service's incidents.")
final class IncidentsCommand extends RequestCommand {
    private final Terminal terminal;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    IncidentsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        Listing.print(terminal, json, requests.incidents(), Words::listed, "no incident since the service started");
        return 0;
    }
}
