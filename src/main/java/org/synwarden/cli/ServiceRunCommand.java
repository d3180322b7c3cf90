package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.synwarden.platform.linux.systemd.SystemdNotice;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.SynWardenService;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code synwarden service run}: until Ctrl-C or a signal. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the service here, until Ctrl-C.")
final class ServiceRunCommand implements Callable<Integer> {
    /** How long stopping may take: 1 s for clients, 3 s for sources. */
    private static final int PATIENCE_SECONDS = 5;

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
        SystemdNotice systemd = SystemdNotice.ofThisProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(systemd, stop, stopped), "stop-service"));
        try (SynWardenService service = SynWardenService.start(
                HostPlatform.ofService(), HostPlatform.settings(Optional.ofNullable(config)), logs())) {
            SystemdWatchdog.start(systemd, service::isJudging);
            systemd.ready();
            terminal.line("the service " + service.version() + " is watching; Ctrl-C ends it");
            stop.await();
        } catch (IOException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** systemd.exec(5): it tells whom it runs by this variable. In a terminal, standard error is enough. */
    private static Optional<Path> logs() throws IOException {
        return System.getenv("INVOCATION_ID") == null ? Optional.empty() : Optional.of(HostPlatform.logFolder());
    }

    private static void end(SystemdNotice systemd, CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        systemd.stopping();
        try {
            if (!stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.SOFTWARE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
