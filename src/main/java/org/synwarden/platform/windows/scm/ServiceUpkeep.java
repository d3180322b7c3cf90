package org.synwarden.platform.windows.scm;

import com.sun.jna.platform.win32.Winsvc;
import java.io.IOException;
import java.util.Optional;

/**
 * What the running service sets right about itself: that Windows starts it again when it fails, and which privileges it
 * keeps. The package cannot say either. One thread.
 */
public final class ServiceUpkeep {
    /** How the recovery actions were found. */
    public enum Found {
        /** This process is not the service. */
        NO_SERVICE,
        /** They restart it; an administrator may have chosen others than ours. */
        SET,
        /** They were missing, and are set now. */
        MISSING
    }

    private ServiceUpkeep() {}

    /**
     * Looks, and sets what is missing.
     *
     * @throws IOException when they are missing and may not be set; the message says why
     */
    public static Found check() throws IOException {
        try {
            int rights = Winsvc.SERVICE_QUERY_STATUS
                    | Winsvc.SERVICE_QUERY_CONFIG
                    | Winsvc.SERVICE_CHANGE_CONFIG
                    | Winsvc.SERVICE_START;
            Optional<OpenedService> found = OpenedService.open(rights);
            if (found.isEmpty()) {
                return Found.NO_SERVICE;
            }
            try (OpenedService service = found.get()) {
                return service.status().dwProcessId == ProcessHandle.current().pid()
                        ? check(service)
                        : Found.NO_SERVICE;
            }
        } catch (ScmException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Found check(OpenedService service) throws ScmException {
        if (service.recovery().filter(RecoveryActions::restarts).isPresent()) {
            return Found.SET;
        }
        service.recoverBy(RecoveryActions.WANTED);
        service.keepPrivileges(RequiredPrivilege.values());
        return Found.MISSING;
    }
}
