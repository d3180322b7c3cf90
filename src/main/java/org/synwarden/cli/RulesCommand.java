package org.synwarden.cli;

import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden rules}: what is blocked. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists what SynWarden blocks.")
final class RulesCommand extends RequestCommand {
    private final Terminal terminal;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        Listing.print(terminal, json, requests.rules(), Words::rule, "nothing is blocked");
        return 0;
    }
}
