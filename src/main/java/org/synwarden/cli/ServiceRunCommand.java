package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.SynWardenService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden service run}: until Ctrl-C or a signal. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the service here, until Ctrl-C.")
final class ServiceRunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Takes the settings from this file; without it from $SYNWARDEN_CONFIG, or from synwarden.toml in"
                            + " the data folder.")
    private Path config;

    ServiceRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, stopped), "stop-service"));
        try (SynWardenService service =
                SynWardenService.start(HostPlatform.ofService(), HostPlatform.settings(Optional.ofNullable(config)))) {
            terminal.line("the service " + service.version() + " is watching; Ctrl-C ends it");
            stop.await();
        } catch (IOException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private static void end(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
