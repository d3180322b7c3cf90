package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.synwarden.watchdog.LiveSettings;
import org.synwarden.watchdog.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code synwarden service check-config}: reads a file of settings as the service would. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        description = "Says what is wrong in a file of settings, without using it. Exits with 0 when nothing is.")
final class CheckConfigCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Without it, the file that the service uses.")
    private Path named;

    CheckConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        Path file = named == null ? ThisHost.settings().path() : named;
        String shown = Terminal.plain(file.toString());
        if (named == null && Files.notExists(file)) {
            terminal.line("there is no " + shown + ": all settings are at their defaults");
            return ExitCode.OK;
        }
        try {
            LiveSettings.check(file);
        } catch (SettingsException e) {
            throw new CommandException(shown + ": " + Terminal.plain(String.valueOf(e.getMessage())), e);
        } catch (NoSuchFileException e) {
            throw new CommandException("there is no file " + shown, e);
        } catch (IOException e) {
            throw new CommandException(
                    shown + " cannot be read: " + Terminal.plain(String.valueOf(e.getMessage()))
                            + "; is it yours to read?",
                    e);
        }
        terminal.line(shown + " is in order");
        return ExitCode.OK;
    }
}
