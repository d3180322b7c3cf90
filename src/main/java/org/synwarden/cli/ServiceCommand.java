package org.synwarden.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code synwarden service}: runs it, or has the system run it. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        description = "Runs the service, or has systemd (Linux) or Windows run it.",
        subcommands = {
            ServiceRunCommand.class,
            ServiceControlCommand.Install.class,
            ServiceControlCommand.Uninstall.class,
            ServiceControlCommand.Start.class,
            ServiceControlCommand.Stop.class,
            ServiceStatusCommand.class,
            CheckConfigCommand.class,
            ConfigureCommand.class
        })
final class ServiceCommand implements Callable<Integer> {
    private final Terminal terminal;

    ServiceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.complain("say what to do with the service; 'synwarden service --help' shows what there is");
        return 2;
    }
}
