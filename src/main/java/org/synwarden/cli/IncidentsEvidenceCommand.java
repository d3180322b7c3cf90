package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.synwarden.contract.CaseFile;
import org.synwarden.control.EvidenceGathering;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.export.EvidenceZip;
import org.synwarden.export.NewFile;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code synwarden incidents evidence}: one zip with all there is about an incident. Written by this program with the user's
 * own rights, never by the service, and over no file that is there.
 */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description =
                "Saves all there is about one incident in a zip: attempts, packets, programs, what they had loaded, what was done,"
                        + " rules, status.")
final class IncidentsEvidenceCommand extends RequestCommand {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "As 'synwarden incidents' lists it.")
    private String id;

    @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "A file that is not there yet.")
    private Path out;

    IncidentsEvidenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException {
        CaseFile file = EvidenceGathering.gather(requests, id);
        file.without().forEach(what -> terminal.complain("without " + Terminal.plain(what)));
        EvidenceZip zip = new EvidenceZip(file, IncidentWords.lines(file.dossier()), Product.version());
        try {
            NewFile.write(out, zip::write);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(Terminal.plain(out + " is there already; name another file, or remove it"), e);
        } catch (IOException e) {
            throw new CommandException(
                    Terminal.plain("the evidence cannot be written to " + out + " (" + e.getMessage()
                            + "); name a file in a folder of yours"),
                    e);
        }
        terminal.line("saved: " + Terminal.plain(out.toString()) + " with "
                + file.dossier().attempts().size() + " attempts, "
                + file.evidence().packets().size() + " packets, "
                + file.evidence().modules().size() + " loaded files and "
                + file.dossier().measures().size() + " actions");
        return 0;
    }
}
