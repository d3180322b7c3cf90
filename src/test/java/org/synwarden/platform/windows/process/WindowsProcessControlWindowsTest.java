package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.windows.Child;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.ProcessTree;
import org.synwarden.respond.ActionResult;
import org.synwarden.respond.ProcessAction;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ResponseException;

/** Ends real processes: Java children that each test starts for itself. */
@EnabledOnOs(OS.WINDOWS)
class WindowsProcessControlWindowsTest {
    private static final Path PING = Path.of("C:\\Windows\\System32\\ping.exe");
    private static final int NOT_YET_MILLIS = 300;
    private static final int END_MILLIS = 10_000;

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
    void oneResumptionLetsAProgramRunHoweverOftenItWasSuspended() throws Exception {
        try (StartedProgram ping = StartedProgram.suspended(PING)) {
            ProcessKey running = catalog.find(ping.pid()).orElseThrow();
            control.suspend(running, "");
            control.suspend(running, "");
            assertThat(ping.waitForEnd(NOT_YET_MILLIS)).as("goes on").isFalse();
            control.resume(running, PING.toString());
            assertThat(ping.waitForEnd(END_MILLIS))
                    .as("goes on, and ends by itself")
                    .isTrue();
        }
    }

    @Test
    void resumesOneThatWasNeverSuspendedWithoutHarm() throws Exception {
        control.resume(key, path);
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void suspendsNeitherItselfNorAnotherInstance() {
        ProcessKey self = catalog.find((int) ProcessHandle.current().pid()).orElseThrow();
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.suspend(self, ""))
                .withMessageContaining("SynWarden itself");
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.suspend(new ProcessKey(key.pid(), key.startToken() - 1), path))
                .withMessageContaining("belongs to another process now");
    }

    @Test
    void endsAProgramThatBorrowsTheNameOfAWindowsComponent(@TempDir Path folder) throws Exception {
        // Not one of Wine's own programs: of those it runs the original, wherever the copy lies.
        Path svchost =
                Files.copy(Path.of(System.getProperty("java.home"), "bin", "java.exe"), folder.resolve("svchost.exe"));
        try (StartedProgram worm = StartedProgram.suspended(svchost)) {
            control.kill(catalog.find(worm.pid()).orElseThrow(), svchost.toString());
            assertThat(worm.waitForEnd(0)).isTrue();
        }
    }

    @Test
    void endsAWholeTree() throws Exception {
        ProcessKey cmd;
        Process parent = new ProcessBuilder("cmd.exe", "/c", "ping.exe -n 60 127.0.0.1 & rem").start();
        try {
            cmd = catalog.find((int) parent.pid()).orElseThrow();
            while (ProcessTree.below(cmd, catalog.list()).isEmpty()) {
                Thread.onSpinWait();
            }
            List<ActionResult> results =
                    new ProcessActions(catalog, control).carryOutOnTree(ProcessAction.KILL, cmd, "");
            assertThat(results).hasSizeGreaterThanOrEqualTo(2);
            assertThat(results).allSatisfy(result -> {
                assertThat(result.refusal()).isEmpty();
                assertThat(catalog.find(result.process().key().pid())).isEmpty();
            });
            assertThat(child.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
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
                "pid " + key.pid() + " belongs to another process now; nothing was done."
                        + " Look the program up again.");
    }

    @Test
    void sparesAProcessThatRunsAnotherImage() {
        assertRefused(
                key,
                "C:\\Users\\alice\\worm.exe",
                "pid " + key.pid() + " does not run C:\\Users\\alice\\worm.exe but " + path + "; nothing was done");
    }

    @Test
    void sparesAProcessThatWasNeverIdentified() {
        assertRefused(
                new ProcessKey(key.pid(), 0),
                path,
                "pid " + key.pid() + " was gone before SynWarden could tell which process it was; nothing was done");
    }

    @Test
    void saysSoWhenItIsGoneAlready() throws Exception {
        child.destroyForcibly().waitFor();
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.kill(key, path))
                .withMessage("pid " + key.pid() + " is gone already; nothing was done");
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
