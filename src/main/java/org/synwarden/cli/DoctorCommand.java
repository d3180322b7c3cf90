package org.synwarden.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.synwarden.contract.CheckObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.DoctorObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
import org.synwarden.watchdog.Checkup;
import org.synwarden.watchdog.LiveSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code synwarden doctor}: what of SynWarden works on this PC for this user, what does not, and what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Tries what SynWarden needs on this PC and says what to do about what does not work. Changes"
                + " nothing. Exits with 0 when all is well and 1 when something is less than whole.")
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Prints JSON Lines.")
    private boolean json;

    @Option(
            names = "--log",
            description = "Prints the latest entries of the service's log instead, with more detail than its file has."
                    + " For administrators.")
    private boolean log;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        HostPlatform platform = ThisHost.platform();
        return log ? printLog(platform) : checkUp(platform);
    }

    private int printLog(HostPlatform platform) throws CommandException {
        try (ControlClient client = ControlClient.connect(platform.transport(), Product.version(), reason -> {})) {
            Listing.print(terminal, json, client.log(), Words::logLine, "the log is empty");
            return ExitCode.OK;
        } catch (RequestException e) {
            throw new CommandException(Terminal.plain(String.valueOf(e.getMessage())), e);
        }
    }

    private int checkUp(HostPlatform platform) throws CommandException {
        List<CheckObject> checks = new ArrayList<>(new Checkup(
                        platform.sockets(),
                        platform.processes(),
                        platform.sources().get(),
                        platform.firewall())
                .run());
        checks.addAll(service(platform));
        checks.add(configuration(ThisHost.settings()));
        checks.add(ThisJava.java());
        checks.add(ThisJava.clock());
        DoctorObject found = DoctorObject.of(Product.version(), checks);
        Listing.print(terminal, json, List.of(found), Words::doctor, "");
        return "ok".equals(found.state()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Which settings are in force for a service, or for {@code watch}, that starts now. */
    static CheckObject configuration(LiveSettings settings) {
        settings.start();
        String file = settings.path().toString();
        return settings.fault()
                .map(why -> CheckObject.degraded(
                        "configuration",
                        "the settings in " + file + " cannot be used: " + why,
                        "Mend them; 'synwarden service check-config' tells whether they are in order"))
                .orElseGet(() -> CheckObject.ok(
                        "configuration",
                        Files.exists(settings.path())
                                ? "the settings in " + file + " are used"
                                : "there is no " + file + ", so all settings are at their defaults"));
    }

    private static List<CheckObject> service(HostPlatform platform) {
        try (ControlClient client = ControlClient.connect(platform.transport(), Product.version(), reason -> {})) {
            return service(client.status());
        } catch (RequestException e) {
            String[] parts = String.valueOf(e.getMessage()).split("; ", 2); // what is wrong; what to do
            String remedy = parts.length == 2 ? parts[1] : "start the service";
            return List.of(CheckObject.degraded("service", parts[0], remedy));
        }
    }

    /** What is to be said of a service that answers. */
    static List<CheckObject> service(StatusObject status) {
        List<CheckObject> checks = new ArrayList<>();
        String version = status.version();
        String works = "the service " + version + " has been watching since " + Words.time(status.since()) + " by "
                + String.join(", ", status.sources());
        checks.add(
                version.equals(Product.version())
                        ? CheckObject.ok("service", works)
                        : CheckObject.degraded(
                                "service",
                                works + ", but this is " + Product.version(),
                                "Restart the service, so that it is the version that is installed"));
        for (DegradationObject missing : status.degradations()) {
            checks.add(CheckObject.degraded("service", "the service says: " + missing.message(), missing.remedy()));
        }
        if (!status.counters().isEmpty()) {
            checks.add(CheckObject.ok("service", Words.counters(status.counters())));
        }
        return checks;
    }
}
