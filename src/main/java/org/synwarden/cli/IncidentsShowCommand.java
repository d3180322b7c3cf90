package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Dossier;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synwarden incidents show}: all there is about one incident. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Tells all there is about one incident: who, why, where to, and what was done about it.")
final class IncidentsShowCommand extends RequestCommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "As 'synwarden incidents' lists it.")
    private String id;

    @Option(
            names = "--json",
            description = "Prints JSON Lines: the incident, what was done about it, and its attempts.")
    private boolean json;

    IncidentsShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        Dossier dossier = requests.incident(id);
        if (json) {
            List<ContractObject> objects = new ArrayList<>(List.of(dossier.incident()));
            objects.addAll(dossier.measures());
            objects.addAll(dossier.attempts());
            Listing.print(terminal, true, objects, ContractObject::key, "");
        } else {
            IncidentWords.lines(dossier).forEach(terminal::line);
        }
        return 0;
    }
}
