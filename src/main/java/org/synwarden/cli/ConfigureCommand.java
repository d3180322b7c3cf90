package org.synwarden.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.synwarden.installation.InstallationException;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden service configure}: puts settings where the service reads them; the Windows package does it by this. */
@Command(
        name = "configure",
        mixinStandardHelpOptions = true,
        description = {
            "Puts settings where the service reads them, as administrator (root), or changes nothing.",
            "Without any, only sees to it that nobody else can have put a file there."
        })
final class ConfigureCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            defaultValue = "",
            description = "A file that takes the place of the settings; without it they are kept.")
    private String from;

    @Option(
            names = "--nat-capacity",
            paramLabel = "N",
            defaultValue = "",
            description = "How many connections the router keeps at once in its NAT table.")
    private String natCapacity;

    ConfigureCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        try {
            terminal.line("the settings are in "
                    + Terminal.plain(HostPlatform.configure(from, natCapacity).toString()));
            return 0;
        } catch (IOException | InstallationException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
    }
}
