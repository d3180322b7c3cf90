package org.synwarden.platform.windows.firewall;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.platform.windows.bindings.KernelFiles;

/** How this PC writes paths now. Pages "QueryDosDeviceW function", "GetLongPathNameW function". Any thread. */
final class SystemPaths {
    /** The longest path of Windows, with its final NUL. */
    private static final int LONGEST = 32_768;

    private static final int LONGEST_DEVICE = 1_024;

    private SystemPaths() {}

    /** Paths with the drives that are there now. */
    static ProgramPath now() {
        return new ProgramPath(drives(), SystemPaths::longName);
    }

    /** Devices by drive: {@code C:} to {@code \Device\HarddiskVolume3}. */
    static Map<String, String> drives() {
        Map<String, String> drives = new HashMap<>();
        char[] device = new char[LONGEST_DEVICE];
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            if (Kernel32.INSTANCE.QueryDosDevice(letter + ":", device, device.length) > 0) {
                drives.put(letter + ":", Native.toString(device));
            }
        }
        return drives;
    }

    /** The same path with long names; the path itself where the system has no other. */
    static String longName(String path) {
        char[] buffer = new char[LONGEST];
        int length = KernelFiles.INSTANCE.GetLongPathName(path, buffer, buffer.length);
        return length > 0 && length < buffer.length ? new String(buffer, 0, length) : path;
    }
}
