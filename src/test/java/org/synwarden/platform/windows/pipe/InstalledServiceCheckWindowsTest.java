package org.synwarden.platform.windows.pipe;

import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.platform.windows.token.TokenReader;

/** Asks the real service control manager, about a service that runs on every Windows and under Wine. */
@EnabledOnOs(OS.WINDOWS)
class InstalledServiceCheckWindowsTest {
    private static final int OWN_PID = (int) ProcessHandle.current().pid();
    private static final PipeServer OURSELVES = new PipeServer(OWN_PID, Optional.empty(), TokenReader.ofThisProcess());
    private static final PipeServer SOMEBODY = new PipeServer(OWN_PID, Optional.empty(), Optional.empty());

    @Test
    void refusesAnyOtherProcessWhileTheServiceRuns() {
        assertThatIOException()
                .isThrownBy(() -> new InstalledServiceCheck("RpcSs").check(OURSELVES))
                .withMessageMatching("pid " + OWN_PID + " answers in the place of the RpcSs service \\(pid \\d+\\):"
                        + " it may be an impostor; nothing was sent to it\\..*");
    }

    @Test
    void acceptsTheOwnAccountWhereTheServiceIsNotInstalledAndNobodyUnknown() {
        InstalledServiceCheck check = new InstalledServiceCheck("SynWardenIsNotInstalled");
        assertThatNoException().isThrownBy(() -> check.check(OURSELVES));
        assertThatIOException().isThrownBy(() -> check.check(SOMEBODY)).withMessageContaining("may be an impostor");
    }
}
