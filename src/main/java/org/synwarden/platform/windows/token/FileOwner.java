package org.synwarden.platform.windows.token;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import java.nio.file.Path;
import java.util.Set;

/** Whose a file is. Page "GetFileSecurityW function". Any thread. */
public final class FileOwner {
    /** LocalSystem, and the group of administrators. */
    private static final Set<String> ADMINISTRATORS = Set.of("S-1-5-18", "S-1-5-32-544");

    private FileOwner() {}

    /** Whether the file or folder belongs to the system or to the administrators; false when that cannot be found out. */
    public static boolean isAdministrators(Path file) {
        try {
            return ADMINISTRATORS.contains(Advapi32Util.getFileSecurityDescriptor(file.toFile(), false)
                    .getOwner()
                    .getSidString());
        } catch (Win32Exception unknown) {
            return false;
        }
    }
}
