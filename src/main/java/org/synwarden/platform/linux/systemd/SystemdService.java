package org.synwarden.platform.linux.systemd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ProgramFolder;
import org.synwarden.installation.ServiceControl;
import org.synwarden.installation.ServiceState;

/**
 * The service as the unit {@code synwarden.service} in {@code /etc/systemd/system}. The unit is a resource of this
 * program; only the path of the launcher is filled in (systemd.unit(5), systemd.service(5)).
 */
public final class SystemdService implements ServiceControl {
    static final String UNIT = "synwarden.service";

    /** Where the launcher is in the unit as it is shipped. */
    static final String SHIPPED_LAUNCHER = "/opt/synwarden/synwarden";

    /** A path of anything else could not be written into a unit without the quoting and specifiers of systemd. */
    private static final String PLAIN_PATH = "/[A-Za-z0-9._+/-]+";

    private final SystemctlCommand systemctl;
    private final Path units;

    /** The service of this system. */
    public SystemdService() {
        this(new SystemctlCommand(), Path.of("/etc/systemd/system"));
    }

    SystemdService(SystemctlCommand systemctl, Path units) {
        this.systemctl = systemctl;
        this.units = units;
    }

    @Override
    public void install(Path home, boolean anyFolder) throws InstallationException {
        ProgramFolder folder = ProgramFolder.of(home);
        Path launcher = folder.home().resolve("synwarden");
        if (!Files.isExecutable(launcher)) {
            throw new InstallationException("there is no launcher " + launcher + "; install SynWarden again");
        }
        if (!anyFolder) {
            folder.refuseWhereOthersCanChange(new RootsOwn(), "/opt/synwarden ('chown -R root:root', 'chmod -R go-w')");
        }
        String text = unit(launcher);
        systemctl.run("--version"); // before anything is written
        try {
            Path fresh = Files.writeString(units.resolve("." + UNIT + ".new"), text);
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused(e, "cannot be written");
        }
        systemctl.run("daemon-reload");
        systemctl.run("enable", UNIT);
    }

    /** The unit as it is shipped, for that launcher. */
    static String unit(Path launcher) throws InstallationException {
        if (!launcher.toString().matches(PLAIN_PATH)) {
            throw new InstallationException("a unit cannot start " + launcher
                    + ": move SynWarden into a folder of letters, digits and . _ + - only");
        }
        try (InputStream in = SystemdService.class.getResourceAsStream(UNIT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(SHIPPED_LAUNCHER, launcher.toString());
        } catch (IOException e) {
            throw new InstallationException("the program is damaged: its unit cannot be read", e);
        }
    }

    @Override
    public void uninstall() throws InstallationException {
        if (!Files.exists(file())) {
            return;
        }
        systemctl.run("disable", "--now", UNIT);
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw refused(e, "cannot be removed");
        }
        systemctl.run("daemon-reload");
    }

    @Override
    public void start() throws InstallationException {
        ask("start");
    }

    @Override
    public void stop() throws InstallationException {
        ask("stop");
    }

    @Override
    public ServiceState state() throws InstallationException {
        if (!Files.exists(file())) {
            return ServiceState.NOT_INSTALLED;
        }
        return switch (systemctl.run("show", "--property=ActiveState", "--value", UNIT)) {
            case "active", "reloading" -> ServiceState.RUNNING;
            case "activating" -> ServiceState.STARTING;
            case "deactivating" -> ServiceState.STOPPING;
            case "failed" -> ServiceState.FAILED;
            default -> ServiceState.STOPPED;
        };
    }

    private void ask(String what) throws InstallationException {
        if (!Files.exists(file())) {
            throw new InstallationException(
                    "the service is not installed; 'synwarden service install' installs it, as root");
        }
        systemctl.run(what, UNIT);
    }

    private Path file() {
        return units.resolve(UNIT);
    }

    private InstallationException refused(IOException e, String what) {
        String why = e instanceof AccessDeniedException ? "run as root" : e.getMessage();
        return new InstallationException(file() + " " + what + ": " + why, e);
    }
}
