package org.synwarden.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.Dossier;
import org.synwarden.control.Evidence;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
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
        Dossier dossier = requests.incident(id);
        Evidence evidence = evidence(requests, dossier);
        EvidenceZip zip = new EvidenceZip(dossier, evidence, rules(requests), status(requests), Product.version());
        try (OutputStream file = Files.newOutputStream(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            zip.write(file);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(Terminal.plain(out + " is there already; name another file, or remove it"), e);
        } catch (IOException e) {
            throw new CommandException(
                    Terminal.plain("the evidence cannot be written to " + out + " (" + e.getMessage()
                            + "); name a file in a folder of yours"),
                    e);
        }
        terminal.line("saved: " + Terminal.plain(out.toString()) + " with "
                + dossier.attempts().size() + " attempts, "
                + evidence.packets().size() + " packets, "
                + evidence.modules().size() + " loaded files and "
                + dossier.measures().size() + " actions");
        return 0;
    }

    private Evidence evidence(Requests requests, Dossier dossier) {
        try {
            return requests.evidence(id);
        } catch (RequestException e) {
            terminal.complain("without packets, process tree and loaded files: " + Terminal.plain(e.getMessage()));
            return Evidence.without(List.of(new DegradationObject(
                    "no-evidence",
                    "packets, process tree and loaded files: " + e.getMessage(),
                    "ask again while the service runs, as an administrator (on Linux as root)",
                    dossier.incident().raisedAt())));
        }
    }

    /** The rules that stand, where this user may see them. */
    private List<RuleObject> rules(Requests requests) {
        try {
            return requests.rules();
        } catch (RequestException e) {
            terminal.complain("without the rules: " + Terminal.plain(e.getMessage()));
            return List.of();
        }
    }

    private List<StatusObject> status(Requests requests) {
        try {
            return List.of(requests.status());
        } catch (RequestException e) {
            terminal.complain("without the status: " + Terminal.plain(e.getMessage()));
            return List.of();
        }
    }
}
