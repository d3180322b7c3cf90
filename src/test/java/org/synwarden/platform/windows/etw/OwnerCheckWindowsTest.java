package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.WINDOWS)
class OwnerCheckWindowsTest {
    private final SessionOwner self = SessionOwner.current();

    @Test
    void thisProcessRuns() {
        assertThat(OwnerCheck.isAlive(self)).isTrue();
    }

    @Test
    void anotherProcessWithItsPidIsNotIt() {
        assertThat(OwnerCheck.isAlive(new SessionOwner(self.pid(), self.started() - 60_000)))
                .isFalse();
    }

    @Test
    void nobodyHasAPidThatIsTooLarge() {
        assertThat(OwnerCheck.isAlive(new SessionOwner(Integer.MAX_VALUE - 3, 0)))
                .isFalse();
    }
}
