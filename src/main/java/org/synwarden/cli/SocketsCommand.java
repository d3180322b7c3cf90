package org.synwarden.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.synwarden.contract.SocketObject;
import org.synwarden.control.RequestException;
import org.synwarden.service.HostPlatform;
import org.synwarden.watchdog.SocketListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden sockets}: what {@code netstat -ano} shows, with the program. */
@Command(name = "sockets", mixinStandardHelpOptions = true, description = "Lists the socket table with its programs.")
final class SocketsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    SocketsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        HostPlatform platform = ThisHost.platform();
        List<SocketObject> rows;
        try {
            rows = SocketListing.now(platform.sockets(), platform.processes());
        } catch (RequestException e) {
            throw new CommandException(Terminal.plain(e.getMessage()), e);
        }
        if (!json) {
            terminal.line(String.format(
                    Locale.ROOT, "%-5s %-44s %-44s %-13s %s", "Proto", "Local", "Remote", "State", "Program"));
        }
        Listing.print(terminal, json, rows, SocketsCommand::words, "no sockets");
        return 0;
    }

    private static String words(SocketObject row) {
        return String.format(
                Locale.ROOT,
                "%-5s %-44s %-44s %-13s %s",
                row.protocol(),
                Words.endpoint(row.local()),
                row.remote().map(Words::endpoint).orElse("-"),
                row.state(),
                row.process().map(Words::who).orElse("-"));
    }
}
