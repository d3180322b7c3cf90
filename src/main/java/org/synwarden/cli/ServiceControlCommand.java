package org.synwarden.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ServiceControl;
import org.synwarden.service.HostPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden service install|uninstall|start|stop}: asks whoever runs services on this system. */
abstract class ServiceControlCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final String done;

    ServiceControlCommand(Terminal terminal, String done) {
        this.terminal = terminal;
        this.done = done;
    }

    /** What is asked. */
    abstract void ask(ServiceControl control) throws InstallationException;

    @Override
    public Integer call() throws CommandException {
        try {
            ask(HostPlatform.serviceControl());
        } catch (InstallationException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
        terminal.line(done);
        return 0;
    }

    /** {@code synwarden service install}. */
    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Makes this program a service that starts with the system, and again when it fails.")
    static final class Install extends ServiceControlCommand {
        @Option(
                names = "--any-folder",
                description =
                        "Also from a folder that others than administrators can change: these can then do on this PC"
                                + " whatever the service can.")
        private boolean anyFolder;

        Install(Terminal terminal) {
            super(terminal, "the service is installed; 'synwarden service start' starts it now");
        }

        @Override
        void ask(ServiceControl control) throws InstallationException {
            String home = System.getProperty("synwarden.home", "");
            if (home.isEmpty()) {
                throw new InstallationException("it is not known where SynWarden is: start it by its launcher");
            }
            control.install(Path.of(home), anyFolder);
        }
    }

    /** {@code synwarden service uninstall}. */
    @Command(
            name = "uninstall",
            mixinStandardHelpOptions = true,
            description = "Stops the service and removes it. Settings, approvals and history stay.")
    static final class Uninstall extends ServiceControlCommand {
        Uninstall(Terminal terminal) {
            super(terminal, "the service is not installed any more");
        }

        @Override
        void ask(ServiceControl control) throws InstallationException {
            control.uninstall();
        }
    }

    /** {@code synwarden service start}. */
    @Command(name = "start", mixinStandardHelpOptions = true, description = "Starts the installed service.")
    static final class Start extends ServiceControlCommand {
        Start(Terminal terminal) {
            super(terminal, "the service is started; 'synwarden status' tells how it is");
        }

        @Override
        void ask(ServiceControl control) throws InstallationException {
            control.start();
        }
    }

    /** {@code synwarden service stop}. */
    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops the installed service.")
    static final class Stop extends ServiceControlCommand {
        Stop(Terminal terminal) {
            super(terminal, "the service is stopped");
        }

        @Override
        void ask(ServiceControl control) throws InstallationException {
            control.stop();
        }
    }
}
