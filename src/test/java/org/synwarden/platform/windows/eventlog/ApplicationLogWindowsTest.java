package org.synwarden.platform.windows.eventlog;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The Application log takes entries. Wine accepts them and keeps none, so that none can be read back there. */
@EnabledOnOs(OS.WINDOWS)
class ApplicationLogWindowsTest {
    @Test
    void takesAnEntryWithStrings() {
        assertThatCode(() -> {
                    try (ApplicationLog log = ApplicationLog.open()) {
                        log.write(1, ApplicationLog.Type.INFORMATION, List.of("0.0.0"));
                        log.write(100, ApplicationLog.Type.ERROR, List.of("日本", "1-1", "red"));
                    }
                })
                .doesNotThrowAnyException();
    }
}
