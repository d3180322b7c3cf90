package org.synwarden.platform.windows;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** Whether this Windows is Wine, which says so by a function that Windows does not have. */
public final class Wine {
    private Wine() {}

    /** For {@code @EnabledIf} and {@code @DisabledIf}: Wine has no firewall, unless a stand-in was given to it. */
    public static boolean isWithoutFirewall() {
        return isHere() && !Boolean.getBoolean("synwarden.test.fakeFirewall");
    }

    /** For {@code @EnabledIf}: what stands in for a firewall blocks nothing. */
    public static boolean hasStandInFirewall() {
        return isHere() && Boolean.getBoolean("synwarden.test.fakeFirewall");
    }

    /** For {@code @EnabledIf}: Wine has no Event Tracing, unless a stand-in was given to it. */
    public static boolean isWithoutTracing() {
        return isHere() && !hasFakeTracing();
    }

    /** For {@code @EnabledIf}: whether the DLL of {@code dev/wine/etw-fake.c} is there. */
    public static boolean hasFakeTracing() {
        return System.getProperty("synwarden.test.fakeTracing") != null;
    }

    /** For {@code @DisabledIf}: this is Wine. */
    public static boolean isHere() {
        try {
            return Platform.isWindows() && NativeLibrary.getInstance("ntdll").getFunction("wine_get_version") != null;
        } catch (UnsatisfiedLinkError realWindows) {
            return false;
        }
    }
}
