package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private Hardening() {}

    /** On Windows: the data folder, procrun's event, the recovery actions. What could not be set right. */
    static List<HostSource> ofWindows(Path data) {
        Hardening hardening = new Hardening();
        hardening.secure(data, new WindowsFolderSecurity());
        hardening.tightenSignal();
        hardening.checkRecovery();
        return List.copyOf(hardening.left);
    }

    /** On Linux: the data folder; the rest is systemd's. What could not be set right. */
    static List<HostSource> ofLinux(Path data) {
        Hardening hardening = new Hardening();
        hardening.secure(data, new PosixFolderSecurity());
        return List.copyOf(hardening.left);
    }

    /** The data folder alone, at the installation. */
    static void secureWindowsFolder(Path data) {
        new Hardening().secure(data, new WindowsFolderSecurity());
    }

    private void secure(Path data, FolderSecurity security) {
        new DataFolderGuard(security, Instant::now)
                .secure(data)
                .ifPresent(why -> left.add(new StandingDegradation(
                        "data-folder-unsafe",
                        "Others than administrators may have put files into " + data + ": " + why,
                        "Stop the service, remove the folder as administrator (on Linux as root), start it again")));
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
            if (ServiceUpkeep.check() == ServiceUpkeep.Found.MISSING) {
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
}
