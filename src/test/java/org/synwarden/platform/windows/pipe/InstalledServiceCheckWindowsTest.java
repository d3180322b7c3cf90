package org.synwarden.platform.windows.pipe;

import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Asks the real service control manager, about a service that runs on every Windows and under Wine. */
@EnabledOnOs(OS.WINDOWS)
class InstalledServiceCheckWindowsTest {
    private static final int OWN_PID = (int) ProcessHandle.current().pid();

    @Test
    void refusesAnyOtherProcessWhileTheServiceRuns() {
        assertThatIOException()
                .isThrownBy(() -> new InstalledServiceCheck("RpcSs").check(OWN_PID))
                .withMessageMatching("pid " + OWN_PID + " answers in the place of the RpcSs service \\(pid \\d+\\):"
                        + " it may be an impostor; nothing was sent to it\\..*");
    }

    @Test
    void acceptsAnyProcessWhereTheServiceIsNotInstalled() {
        assertThatNoException().isThrownBy(() -> new InstalledServiceCheck("SynWardenIsNotInstalled").check(OWN_PID));
    }
}
