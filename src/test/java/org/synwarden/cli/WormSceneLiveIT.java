package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.ProcessObject;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;

/** The mission in small: a worm on port 445 in a private network is named, blocked at its port, and let go again. */
@ExtendWith(LiveTier.class)
class WormSceneLiveIT {
    @Test
    void theWormIsNamedWithinSecondsAndNobodyElseIs() throws Exception {
        try (Scene scene = Scene.open()) {
            Process watch = scene.startMainInPc(Main.class, "watch", "--json", "--seconds", "20");
            try (BufferedReader lines = watch.inputReader()) {
                Process innocent = scene.dialInPc(1, 80, "10.68.0.0/16", 1);
                Process worm = scene.dialInPc(60, 445, "10.66.0.0/16", 10);
                IncidentObject incident = firstIncident(lines);
                ProcessObject culprit = incident.process().orElseThrow();
                assertThat(culprit.pid()).isEqualTo(worm.pid()).isNotEqualTo(innocent.pid());
                assertThat(culprit.path())
                        .hasValueSatisfying(path -> assertThat(path).endsWith("/java"));
                assertThat(incident.severity()).isEqualTo("red");
                assertThat(incident.kind()).isEqualTo("scan");
                assertThat(incident.ports()).containsExactly(445);
                assertThat(Duration.between(incident.firstAttempt(), Instant.now()))
                        .isLessThan(Duration.ofSeconds(10));
                worm.destroyForcibly();
                innocent.destroyForcibly();
            }
            watch.destroy();
        }
    }

    @Test
    void aBlockedPortLetsNotOneMoreSynOutAndUnblockingRestoresIt() throws Exception {
        try (Scene scene = Scene.open()) {
            assertThat(scene.mainInPc(Main.class, "block", "--port", "445", "--everywhere"))
                    .contains("rule stored: every program, tcp port 445 everywhere, until the PC restarts");
            assertThat(scene.mainInPc(Main.class, "rules")).contains("tcp port 445");
            Process worm = scene.dialInPc(30, 445, "10.66.0.0/16", 30);
            Process other = scene.dialInPc(30, 139, "10.66.0.0/16", 30);
            Scene.await("all SYNs to 139 have arrived", () -> syns(scene, 139) >= 30);
            assertThat(scene.synsAtFar(445)).isZero();
            other.destroyForcibly();

            assertThat(scene.mainInPc(Main.class, "unblock", "--port", "445")).contains("unblocked: ");
            assertThat(scene.mainInPc(Main.class, "rules")).contains("nothing is blocked");
            Scene.await("the worm's next SYN arrives", () -> syns(scene, 445) > 0);
            worm.destroyForcibly();
        }
    }

    private static IncidentObject firstIncident(BufferedReader lines) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{") && JsonCodec.read(line) instanceof IncidentObject incident) {
                return incident;
            }
        }
        throw new AssertionError("the watch ended without an incident");
    }

    private static int syns(Scene scene, int port) {
        try {
            return scene.synsAtFar(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
