package org.synwarden.platform.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import org.synwarden.platform.windows.bindings.OwnedServiceHandle;

/**
 * Lists the services that run. Page "EnumServicesStatusExW function"; every local user may call it. Any thread; takes
 * some milliseconds.
 */
final class ServiceManager {
    /** Services come and go between asking how many and asking which; so many tries, each with more room. */
    private static final int TRIES = 4;

    private static final int HEADROOM = 16 * 1_024;

    private ServiceManager() {}

    /** The services that run now; none when the service manager does not answer. */
    static List<ServiceEntry> running() {
        SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_ENUMERATE_SERVICE);
        if (manager == null) {
            return List.of();
        }
        try (OwnedServiceHandle connected = new OwnedServiceHandle(manager)) {
            return running(connected.get());
        }
    }

    private static List<ServiceEntry> running(SC_HANDLE manager) {
        IntByReference missing = new IntByReference();
        IntByReference count = new IntByReference();
        int size = HEADROOM;
        for (int i = 0; i < TRIES; i++) {
            try (Memory block = new Memory(size)) {
                if (list(manager, block, missing, count)) {
                    return ServiceBlock.parse(
                            block.getByteArray(0, size), Pointer.nativeValue(block), count.getValue());
                }
            }
            size += missing.getValue() + HEADROOM;
        }
        return List.of();
    }

    private static boolean list(SC_HANDLE manager, Memory block, IntByReference missing, IntByReference count) {
        return Advapi32.INSTANCE.EnumServicesStatusEx(
                manager,
                Winsvc.SC_ENUM_PROCESS_INFO,
                WinNT.SERVICE_WIN32,
                Winsvc.SERVICE_ACTIVE,
                block,
                (int) block.size(),
                missing,
                count,
                new IntByReference(),
                null);
    }
}
