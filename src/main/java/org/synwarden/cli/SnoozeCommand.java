package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synwarden snooze}: a program makes no noise for a while; lists that and ends it. Needs the service. */
@Command(
        name = "snooze",
        mixinStandardHelpOptions = true,
        description =
                "Lets a program make no noise for a while; its incidents are told and recorded all the same. By an"
                        + " administrator for everybody on this PC, by anybody else for that user only. A router's table that"
                        + " fills is never quiet.")
final class SnoozeCommand extends RequestCommand {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** Exactly one is given. */
    static final class Which {
        @Parameters(paramLabel = "PROGRAM", description = "Full path of the program.")
        private String path;

        @Option(names = "--incident", paramLabel = "ID", description = "The program of this incident.")
        private String incident;

        @Option(names = "--list", description = "Lists what is snoozed.")
        private boolean list;

        @Option(names = "--end", paramLabel = "SNOOZE", description = "Ends one, as --list shows it.")
        private String ended;
    }

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Span.Converter.class,
            defaultValue = "1h",
            description = "30m, 1h (default), 2d; 7d at most. A snooze ends with the service, too.")
    private Span time;

    @Option(names = "--json", description = "With --list: prints JSON Lines.")
    private boolean json;

    SnoozeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        if (which.list) {
            Listing.print(terminal, json, requests.snoozes(), Words::snooze, "nothing is snoozed");
        } else if (which.ended != null) {
            requests.endSnooze(which.ended);
            terminal.line("not snoozed any more: " + Terminal.plain(which.ended));
        } else {
            SnoozeObject snooze = requests.snooze(new SnoozeOrder(path(requests), span()));
            terminal.line("snoozed: " + Words.snooze(snooze));
            terminal.line("'synwarden snooze --end " + snooze.id() + "' ends it");
        }
        return 0;
    }

    private Duration span() throws CommandException {
        return time.time()
                .filter(span -> span.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new CommandException("a snooze lasts 7 days at most: give the time (--for 1h)"));
    }

    private String path(Requests requests) throws RequestException, CommandException {
        if (which.incident != null) {
            return requests.incidents().stream()
                    .filter(incident -> incident.id().equals(which.incident))
                    .findFirst()
                    .flatMap(IncidentObject::program)
                    .orElseThrow(() -> new CommandException("there is no incident " + Terminal.plain(which.incident)
                            + " of a known program; 'synwarden incidents' lists them"));
        }
        try {
            return Path.of(which.path).toRealPath().toString();
        } catch (IOException | InvalidPathException e) {
            throw new CommandException(
                    "there is no program " + Terminal.plain(which.path) + "; give its full path, or --incident ID", e);
        }
    }
}
