package org.synwarden.platform.windows.firewall;

import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.ptr.IntByReference;
import org.synwarden.platform.windows.bindings.OwnedServiceHandle;
import org.synwarden.respond.ResponseException;

/**
 * What the service manager says: page "QueryServiceConfig2W function", {@code SERVICE_CONFIG_SERVICE_SID_INFO}, structure
 * {@code SERVICE_SID_INFO} (one DWORD). Any thread.
 */
final class ScmServiceIdentity implements ServiceIdentity {
    private static final int SERVICE_CONFIG_SERVICE_SID_INFO = 5;
    private static final int SERVICE_SID_TYPE_NONE = 0;

    @Override
    public boolean isDistinct(String service) throws ResponseException {
        SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
        if (manager == null) {
            throw refusal(service);
        }
        try (OwnedServiceHandle connected = new OwnedServiceHandle(manager)) {
            return ask(connected.get(), service);
        }
    }

    private static boolean ask(SC_HANDLE manager, String service) throws ResponseException {
        SC_HANDLE opened = Advapi32.INSTANCE.OpenService(manager, service, Winsvc.SERVICE_QUERY_CONFIG);
        if (opened == null) {
            throw refusal(service);
        }
        try (OwnedServiceHandle found = new OwnedServiceHandle(opened);
                Memory info = new Memory(Integer.BYTES)) {
            if (!Advapi32.INSTANCE.QueryServiceConfig2(
                    found.get(), SERVICE_CONFIG_SERVICE_SID_INFO, info, Integer.BYTES, new IntByReference())) {
                throw refusal(service);
            }
            return info.getInt(0) != SERVICE_SID_TYPE_NONE;
        }
    }

    private static ResponseException refusal(String service) {
        int error = Kernel32.INSTANCE.GetLastError();
        boolean unknown = error == WinError.ERROR_SERVICE_DOES_NOT_EXIST || error == WinError.ERROR_INVALID_NAME;
        return new ResponseException(
                unknown
                        ? "there is no service '" + service + "'; 'sc query' lists their short names"
                        : "Windows does not say who the service '" + service + "' is (error " + error
                                + "); nothing was blocked. Block the port instead.");
    }
}
