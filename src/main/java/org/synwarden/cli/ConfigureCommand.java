package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.synwarden.installation.InstallationException;
import org.synwarden.service.HostPlatform;
import org.synwarden.watchdog.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden service configure}: puts settings where the service reads them; the Windows package does it by this. */
@Command(
        name = "configure",
        mixinStandardHelpOptions = true,
        description = "Puts settings where the service reads them, as administrator (root), or changes nothing.")
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
        String source = from.isBlank() ? "the settings" : Terminal.plain(from);
        try {
            Path written = HostPlatform.configure(
                    Optional.of(from).filter(text -> !text.isBlank()).map(Path::of), number());
            terminal.line("the settings are in " + Terminal.plain(written.toString()));
            return 0;
        } catch (SettingsException e) {
            throw new CommandException(source + ": " + Terminal.plain(String.valueOf(e.getMessage())), e);
        } catch (NoSuchFileException e) {
            throw new CommandException("there is no file " + Terminal.plain(String.valueOf(e.getFile())), e);
        } catch (AccessDeniedException e) {
            throw new CommandException(
                    Terminal.plain(String.valueOf(e.getFile())) + " may not be used: do this as administrator (root)",
                    e);
        } catch (IOException | InstallationException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
    }

    private Optional<Integer> number() throws CommandException {
        if (natCapacity.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(natCapacity.strip()));
        } catch (NumberFormatException e) {
            throw new CommandException(
                    "--nat-capacity takes a number, such as 4096, and not " + Terminal.plain(natCapacity), e);
        }
    }
}
