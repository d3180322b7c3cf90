package org.synwarden.cli;

import java.util.concurrent.Callable;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ServiceState;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;

/** {@code synwarden service status}: what whoever runs services says of it; {@code synwarden status} asks the service itself. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says whether the service is installed and runs. Exits with 0 when it runs, else with 1.")
final class ServiceStatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    ServiceStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        ServiceState state;
        try {
            state = HostPlatform.serviceControl().state();
        } catch (InstallationException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
        terminal.line("the service " + state.text());
        return state == ServiceState.RUNNING ? 0 : 1;
    }
}
