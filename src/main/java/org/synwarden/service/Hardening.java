package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.installation.InstallationException;
import org.synwarden.platform.windows.scm.ServiceUpkeep;
import org.synwarden.platform.windows.scm.SignalEvent;
import org.synwarden.platform.windows.scm.WindowsService;
import org.synwarden.watchdog.HostSource;

/**
 * What the service sets right around itself at each start, before it reads or writes anything of its own. What it may not
 * set right is a degradation, never a reason not to watch. One thread.
 */
final class Hardening {
    private static final Logger LOG = LoggerFactory.getLogger(Hardening.class);

    private final List<HostSource> left = new ArrayList<>();
    private boolean safe;

    private Hardening() {}

    /** On Windows: the data folder, procrun's event, the recovery actions, the privileges. */
    static Hardening ofWindows(Path data) {
        Hardening hardening = new Hardening();
        hardening.secure(data, new WindowsFolderSecurity());
        hardening.tightenSignal();
        hardening.checkRecovery();
        hardening.checkPrivileges();
        return hardening;
    }

    /** On Linux: the data folder; the rest is systemd's. */
    static Hardening ofLinux(Path data) {
        return of(data, new PosixFolderSecurity());
    }

    /** The data folder alone. */
    static Hardening of(Path data, FolderSecurity security) {
        Hardening hardening = new Hardening();
        hardening.secure(data, security);
        return hardening;
    }

    /** What could not be set right. */
    List<HostSource> left() {
        return List.copyOf(left);
    }

    /** Whether the data folder may be used. */
    boolean isDataSafe() {
        return safe;
    }

    /** The data folder alone, at the installation; what speaks against it ends that. */
    static void secureAtInstallation(Path data, FolderSecurity security) throws InstallationException {
        new InstallationLog(data).secure(new DataFolderGuard(security, Instant::now), data);
    }

    private void secure(Path data, FolderSecurity security) {
        Optional<String> unsafe = new DataFolderGuard(security, Instant::now).secure(data);
        safe = unsafe.isEmpty();
        unsafe.ifPresent(why -> left.add(new StandingDegradation(
                "data-folder-unsafe",
                "Others than administrators may have put files into " + data + ": " + why
                        + ". Until the service is started again nothing there is read or written: settings are the"
                        + " defaults, nothing is approved, there is no history and no log file",
                "Stop the service, remove the folder as administrator (on Linux as root), restart the PC if it was in"
                        + " use, and start the service again")));
    }

    private void tightenSignal() {
        try {
            if (new SignalEvent(WindowsService.NAME).tighten()) {
                LOG.info("Only administrators can signal this service");
            }
        } catch (IOException e) {
            LOG.warn("Every program can make this service write its threads into the log: {}", e.getMessage());
        }
    }

    private void checkRecovery() {
        try {
            if (ServiceUpkeep.recovery() == ServiceUpkeep.Found.MISSING) {
                LOG.warn("Windows would not have started this service again after a failure; now it will");
            }
        } catch (IOException e) {
            LOG.warn("Windows may not start this service again after a failure: {}", e.getMessage());
            left.add(new StandingDegradation(
                    "no-recovery",
                    "Windows may not start SynWarden again after a failure: " + e.getMessage(),
                    "Run 'sc failure SynWarden reset= 86400 actions= restart/5000/restart/30000/restart/300000' as"
                            + " administrator"));
        }
    }

    private void checkPrivileges() {
        try {
            if (ServiceUpkeep.privileges() == ServiceUpkeep.Found.MISSING) {
                LOG.info("From its next start on this service has only the privileges that it needs");
            }
        } catch (IOException e) {
            LOG.warn("This service may have more privileges than it needs: {}", e.getMessage());
        }
    }
}
