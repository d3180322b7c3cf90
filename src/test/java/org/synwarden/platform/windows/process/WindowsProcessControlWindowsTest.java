package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.platform.windows.Child;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ResponseException;

/** Ends real processes: Java children that each test starts for itself. */
@EnabledOnOs(OS.WINDOWS)
class WindowsProcessControlWindowsTest {
    private final WindowsProcessCatalog catalog = new WindowsProcessCatalog();
    private final WindowsProcessControl control = new WindowsProcessControl();
    private Process child;
    private ProcessKey key;
    private String path;

    @BeforeEach
    void startTheVictim() throws IOException {
        child = Child.start(Child.class);
        key = catalog.find((int) child.pid()).orElseThrow();
        path = catalog.describe(key).orElseThrow().path().orElseThrow();
    }

    @AfterEach
    void endTheVictim() {
        child.destroyForcibly();
    }

    @Test
    void endsExactlyTheProcessThatWasNamedAndReturnsWhenItHasEnded() throws ResponseException {
        control.kill(key, path);
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void endsItWithoutAKnownPathAndInWhateverCaseThePathIsWritten() throws Exception {
        control.kill(key, "");
        assertThat(child.isAlive()).isFalse();
        startTheVictim();
        control.kill(key, path.toUpperCase(java.util.Locale.ROOT));
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void sparesAnotherProcessThatHasThePidNow() {
        ProcessKey earlier = new ProcessKey(key.pid(), key.startToken() - 10_000_000);
        assertRefused(
                earlier,
                path,
                "pid " + key.pid() + " belongs to another process now; nothing was ended."
                        + " Look the program up again.");
    }

    @Test
    void sparesAProcessThatRunsAnotherImage() {
        assertRefused(
                key,
                "C:\\Users\\alice\\worm.exe",
                "pid " + key.pid() + " does not run C:\\Users\\alice\\worm.exe but " + path + "; nothing was ended");
    }

    @Test
    void sparesAProcessThatWasNeverIdentified() {
        assertRefused(
                new ProcessKey(key.pid(), 0),
                path,
                "pid " + key.pid() + " was gone before SynWarden could tell which process it was; nothing was ended");
    }

    @Test
    void saysSoWhenItIsGoneAlready() throws Exception {
        child.destroyForcibly().waitFor();
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.kill(key, path))
                .withMessage("pid " + key.pid() + " is gone already; nothing was ended");
    }

    @Test
    void sparesItself() {
        ProcessKey self = catalog.find((int) ProcessHandle.current().pid()).orElseThrow();
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.kill(self, ""))
                .withMessageContaining("SynWarden itself");
    }

    private void assertRefused(ProcessKey victim, String expectedPath, String message) {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.kill(victim, expectedPath))
                .withMessage(message);
        assertThat(child.isAlive()).isTrue();
    }
}
