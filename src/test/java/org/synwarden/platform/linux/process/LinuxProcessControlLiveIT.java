package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.process.ProcessKey;
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
    void whoeverHasThePidNowSurvivesWhenAnotherWasMeant() {
        assertRefused(new ProcessKey(key.pid(), key.startToken() + 1), "", "Another process has pid");
    }

    @Test
    void aProcessThatRunsAnotherProgramByNowSurvives() {
        assertRefused(key, "/tmp/worm", "now, not /tmp/worm; nothing was ended");
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
        assertRefused(catalog.find(1).orElseThrow(), "", "never ended");
        assertRefused(catalog.find((int) ProcessHandle.current().pid()).orElseThrow(), "", "does not end itself");
    }

    private void assertRefused(ProcessKey meant, String image, String why) {
        assertThatThrownBy(() -> control.kill(meant, image))
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining(why);
        assertThat(child.isAlive()).isTrue();
    }
}
