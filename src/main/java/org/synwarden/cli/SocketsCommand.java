package org.synwarden.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.export.Csv;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
import org.synwarden.watchdog.SocketListing;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code synwarden sockets}: what {@code netstat -ano} shows, with the program. Asks the service, which knows more than
 * this user may see and which names were looked up; where none runs, looks itself.
 */
@Command(
        name = "sockets",
        mixinStandardHelpOptions = true,
        description = "Lists the socket table with its programs, ordered by program.")
final class SocketsCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of(
            "Process",
            "PID",
            "Service",
            "Protocol",
            "Local address",
            "Local port",
            "Remote address",
            "Remote port",
            "State",
            "Remote host",
            "User",
            "Path");

    private static final Comparator<SocketObject> BY_PROGRAM = Comparator.comparing(
                    (SocketObject row) -> row.process().isEmpty())
            .thenComparing(row -> row.process()
                    .map(owner -> owner.name().toLowerCase(Locale.ROOT))
                    .orElse(""))
            .thenComparing(row -> row.process().map(ProcessObject::pid).orElse(0))
            .thenComparing(SocketObject::protocol)
            .thenComparing(row -> row.local().port())
            .thenComparing(row -> row.local().address())
            .thenComparing(row -> row.remote().map(EndpointObject::toString).orElse(""));

    private final Terminal terminal;

    @ArgGroup
    private RowForm form = new RowForm();

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            defaultValue = "",
            converter = FilterText.class,
            description = "Shows only the sockets that pass this display filter, in Wireshark's language.")
    private Filter filter;

    @Option(names = "-n", description = "Shows no names of remote hosts. None is ever looked up for this.")
    private boolean noNames;

    SocketsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        HostPlatform platform = ThisHost.platform();
        try {
            print(rows(platform));
        } catch (RequestException e) {
            throw new CommandException(Terminal.plain(e.getMessage()), e);
        }
        return 0;
    }

    private static List<SocketObject> rows(HostPlatform platform) throws RequestException {
        try (ControlClient client = ControlClient.connect(platform.transport(), Product.version(), reason -> {})) {
            return client.sockets();
        } catch (RequestException e) {
            if (e.code() != RequestException.Code.DISCONNECTED) {
                throw e;
            }
            return SocketListing.now(platform.sockets(), platform.processes());
        }
    }

    /** Prints what passes the filter. */
    void print(List<SocketObject> rows) throws CommandException {
        List<SocketObject> shown = rows.stream()
                .filter(row -> filter.matches(ContractRow.of(row)))
                .map(row -> noNames ? row.withoutRemoteName() : row)
                .sorted(BY_PROGRAM)
                .toList();
        if (form.isJson()) {
            Listing.print(terminal, true, shown, SocketObject::key, "");
        } else if (form.isCsv()) {
            terminal.print(Csv.line(HEADINGS));
            shown.forEach(row -> terminal.print(Csv.line(cells(row))));
        } else {
            TextTable table = new TextTable(HEADINGS);
            shown.forEach(row -> table.row(cells(row)));
            table.lines(terminal.isScreen() ? ScreenSize.ofThisTerminal().columns() : Integer.MAX_VALUE)
                    .forEach(terminal::line);
        }
    }

    private static List<String> cells(SocketObject row) {
        Optional<ProcessObject> owner = row.process();
        return List.of(
                Terminal.plain(owner.map(ProcessObject::name).orElse("")),
                owner.map(process -> Integer.toString(process.pid())).orElse(""),
                Terminal.plain(row.service()
                        .or(() -> owner.map(process -> String.join(", ", process.services())))
                        .orElse("")),
                row.protocol(),
                row.local().address(),
                Integer.toString(row.local().port()),
                row.remote().map(EndpointObject::address).orElse(""),
                row.remote().map(end -> Integer.toString(end.port())).orElse(""),
                row.state(),
                Terminal.plain(row.remoteName().orElse("")),
                Terminal.plain(owner.flatMap(ProcessObject::user).orElse("")),
                Terminal.plain(owner.flatMap(ProcessObject::path).orElse("")));
    }
}
