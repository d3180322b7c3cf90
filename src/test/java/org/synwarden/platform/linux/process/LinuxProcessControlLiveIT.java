package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.lab.LiveTier;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.ProcessTree;
import org.synwarden.respond.ActionResult;
import org.synwarden.respond.ProcessAction;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ResponseException;

@ExtendWith(LiveTier.class)
class LinuxProcessControlLiveIT {
    private static final int KILLED = 128 + 9;

    private final LinuxProcessCatalog catalog = new LinuxProcessCatalog();
    private final LinuxProcessControl control = new LinuxProcessControl(catalog);
    private Process child;
    private ProcessKey key;

    @BeforeEach
    void startAChild() throws IOException {
        child = new ProcessBuilder("sleep", "60").start();
        key = catalog.find((int) child.pid()).orElseThrow();
    }

    @AfterEach
    void endTheChild() {
        child.destroyForcibly();
    }

    @Test
    void endsTheInstanceThatIsNamed() throws ResponseException, InterruptedException {
        String image = catalog.describe(key).orElseThrow().path().orElseThrow();

        control.kill(key, image);

        assertThat(child.waitFor()).isEqualTo(KILLED);
    }

    @Test
    void suspendsTheInstanceThatIsNamedAndLetsItGoOn() throws Exception {
        control.suspend(key, "");
        awaitState('T');
        control.resume(key, "");
        awaitState('S');
    }

    @Test
    void saysSoWhenItIsAnotherUsers(@TempDir Path folder) throws IOException {
        assertThat(OtherUserMain.suspends(key.pid(), folder))
                .isEqualTo("No right to touch process " + key.pid() + ": it belongs to another user. Run it as root");
    }

    @Test
    void endsWhatIsSuspended() throws Exception {
        control.suspend(key, "");
        control.kill(key, "");
        assertThat(child.waitFor()).isEqualTo(KILLED);
    }

    @Test
    void endsAProgramWhoseFileWasDeletedMeanwhile(@TempDir Path folder) throws Exception {
        Path program = Files.copy(Path.of("/bin/sleep"), folder.resolve("深い worm"));
        Process worm = new ProcessBuilder(program.toString(), "60").start();
        try {
            ProcessKey running = catalog.find((int) worm.pid()).orElseThrow();
            String image = catalog.describe(running).orElseThrow().path().orElseThrow();
            Files.delete(program);
            Files.writeString(program, "another file");
            control.kill(running, image);
            assertThat(worm.waitFor()).isEqualTo(KILLED);
        } finally {
            worm.destroyForcibly();
        }
    }

    @Test
    void endsATreeAndNobodyElse() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & sleep 60 & wait").start();
        try {
            ProcessKey root = catalog.find((int) parent.pid()).orElseThrow();
            while (ProcessTree.below(root, catalog.list()).size() < 2) {
                Thread.onSpinWait();
            }
            List<ActionResult> results =
                    new ProcessActions(catalog, control).carryOutOnTree(ProcessAction.KILL, root, "");
            assertThat(results).hasSize(3).allMatch(result -> result.refusal().isEmpty());
            assertThat(parent.waitFor()).isEqualTo(KILLED);
            assertThat(results)
                    .allSatisfy(result -> assertThat(
                                    catalog.find(result.process().key().pid()).flatMap(catalog::describe))
                            .as("a zombie at most: it has no program")
                            .satisfiesAnyOf(
                                    gone -> assertThat(gone).isEmpty(),
                                    zombie -> assertThat(zombie.orElseThrow().path())
                                            .isEmpty()));
            assertThat(child.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** proc_pid_stat(5): what follows the name is the state; T is stopped, S sleeps. */
    private void awaitState(char state) throws IOException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        char now;
        do {
            String stat = Files.readString(Path.of("/proc", Integer.toString(key.pid()), "stat"));
            now = stat.charAt(stat.lastIndexOf(')') + 2);
        } while (now != state && System.nanoTime() < deadline);
        assertThat(now).isEqualTo(state);
    }

    @Test
    void whoeverHasThePidNowSurvivesWhenAnotherWasMeant() {
        assertRefused(new ProcessKey(key.pid(), key.startToken() + 1), "", "Another process has pid");
    }

    @Test
    void aProcessThatRunsAnotherProgramByNowSurvives() {
        assertRefused(key, "/tmp/worm", "now, not /tmp/worm; nothing was done");
    }

    @Test
    void aProcessThatWasNeverIdentifiedSurvives() {
        assertRefused(new ProcessKey(key.pid(), 0), "", "gone before it could be identified");
    }

    @Test
    void saysThatAProcessIsGone() throws ResponseException, InterruptedException {
        control.kill(key, "");
        child.waitFor();

        assertThatThrownBy(() -> control.kill(key, ""))
                .isInstanceOf(ResponseException.class)
                .hasMessage("Process " + key.pid() + " is gone already");
    }

    @Test
    void theFirstProcessAndSynWardenItselfAreNeverEnded() {
        assertRefused(catalog.find(1).orElseThrow(), "", "is left alone");
        assertRefused(catalog.find((int) ProcessHandle.current().pid()).orElseThrow(), "", "leaves itself alone");
    }

    private void assertRefused(ProcessKey meant, String image, String why) {
        assertThatThrownBy(() -> control.kill(meant, image))
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining(why);
        assertThat(child.isAlive()).isTrue();
    }
}
