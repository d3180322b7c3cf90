package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.platform.windows.system.SystemFolder;

/** A Windows without Npcap. Under Wine there is a wpcap.dll that would be loaded if it were asked for by its name. */
@EnabledOnOs(OS.WINDOWS)
@DisabledIf("org.synwarden.capture.LiveCaptureWindowsTest#npcapIsThere")
class NoNpcapWindowsTest {
    @Test
    void theUserIsToldWhatToInstall() throws IOException {
        LiveCapture.lookForNpcapIn(SystemFolder.path());

        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(LiveCapture::interfaces)
                .withMessageStartingWith("Npcap is not installed; to see packets install it from https://npcap.com");
    }
}
