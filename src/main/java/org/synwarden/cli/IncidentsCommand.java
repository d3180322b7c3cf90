package org.synwarden.cli;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.export.Csv;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden incidents}: lists what the service has raised, newest first; with its subcommands whatever else. */
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description =
                "Lists incidents, newest first: those since the service's start, or with --since older ones, too.",
        subcommands = {
            IncidentsShowCommand.class,
            IncidentsFollowCommand.class,
            IncidentsExportCommand.class,
            IncidentsEvidenceCommand.class
        })
final class IncidentsCommand extends RequestCommand {
    private final Terminal terminal;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Converter.class,
            description =
                    "Only those raised since then, in earlier runs, too: 30m, 2h, 7d, all, or as 2026-03-14 09:26.")
    private Optional<Since> since = Optional.empty();

    @Option(names = "--open", description = "Only those that go on.")
    private boolean open;

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            defaultValue = "",
            converter = FilterText.class,
            description = "Only those that pass this display filter, in Wireshark's language.")
    private Filter filter;

    @ArgGroup
    private RowForm form = new RowForm();

    IncidentsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        List<IncidentObject> all =
                since.isPresent() ? requests.incidents(since.get().at()) : requests.incidents();
        print(all.stream()
                .filter(incident -> !open || !Words.isClosed(incident))
                .filter(incident -> filter.matches(ContractRow.of(incident)))
                .toList());
        return 0;
    }

    private void print(List<IncidentObject> incidents) throws CommandException {
        if (form.isCsv()) {
            terminal.print(Csv.line(IncidentWords.HEADINGS));
            incidents.forEach(incident -> terminal.print(Csv.line(IncidentWords.cells(incident))));
        } else {
            String none = since.isPresent() ? "no such incident since then" : "no incident since the service started";
            Listing.print(terminal, form.isJson(), incidents, Words::listed, none);
        }
    }
}
