package org.synwarden.platform.windows.scm;

import com.sun.jna.platform.win32.Winsvc;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What the running service sets right about itself: that Windows starts it again when it fails, and which privileges it
 * keeps. The package cannot say either. Each is looked at and set for itself; what an administrator has chosen stays, and
 * where it cannot be seen what is chosen nothing is set. One thread.
 */
public final class ServiceUpkeep {
    /** How one of them was found. */
    public enum Found {
        /** This process is not the service. */
        NO_SERVICE,
        /** It is chosen; an administrator may have chosen otherwise than we would. */
        SET,
        /** It was missing, and is set now. */
        MISSING
    }

    private ServiceUpkeep() {}

    /** What of the service is looked at and set; empty answers where nothing is chosen, or this Windows knows no such choice. */
    interface Choices {
        Optional<RecoveryActions> recovery() throws ScmException;

        void recoverBy(RecoveryActions actions) throws ScmException;

        Optional<List<String>> privileges() throws ScmException;

        void keepPrivileges(RequiredPrivilege... privileges) throws ScmException;
    }

    /** One of the things to look at. */
    private interface Check {
        Found of(Choices service) throws ScmException;
    }

    /**
     * Looks whether it is started again after a failure, and sets that where it is missing.
     *
     * @throws IOException when it cannot be seen, or is missing and may not be set; the message says why
     */
    public static Found recovery() throws IOException {
        return check(ServiceUpkeep::recovery);
    }

    /**
     * Looks whether it keeps a list of privileges only, and sets that where it is missing; it counts from the next start on.
     *
     * @throws IOException when it cannot be seen, or is missing and may not be set; the message says why
     */
    public static Found privileges() throws IOException {
        return check(ServiceUpkeep::privileges);
    }

    private static Found check(Check check) throws IOException {
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
                        ? check.of(service)
                        : Found.NO_SERVICE;
            }
        } catch (ScmException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static Found recovery(Choices service) throws ScmException {
        if (service.recovery().filter(RecoveryActions::restarts).isPresent()) {
            return Found.SET;
        }
        service.recoverBy(RecoveryActions.WANTED);
        return Found.MISSING;
    }

    static Found privileges(Choices service) throws ScmException {
        if (service.privileges().filter(list -> !list.isEmpty()).isPresent()) {
            return Found.SET;
        }
        service.keepPrivileges(RequiredPrivilege.values());
        return Found.MISSING;
    }
}
