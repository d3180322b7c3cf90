package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;

/** Packets as the kernel really hands them over, in the lab's namespaces. */
@ExtendWith(LiveTier.class)
class LiveCaptureLiveIT {
    private Scene scene;
    private Process eavesdropper;
    private BufferedReader told;

    @BeforeEach
    void eavesdrop() throws IOException {
        scene = Scene.open();
        eavesdropper = scene.startMainInPc(Eavesdropper.class, "eth0");
        told = eavesdropper.inputReader(StandardCharsets.UTF_8);
        assertThat(told.readLine()).isEqualTo("ready");
    }

    @AfterEach
    void stop() {
        eavesdropper.destroy();
        scene.close();
    }

    private String nextOf(String remote) throws IOException {
        String line = told.readLine();
        while (line != null && !line.contains(remote)) {
            line = told.readLine();
        }
        return String.valueOf(line);
    }

    private static long frame(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    @Test
    void aDatagramAndItsReplyAreSeen() throws Exception {
        scene.mainInPc(Datagrams.class, "10.69.0.5", "1", "1");

        assertThat(nextOf("10.69.0.5")).endsWith(" 10.77.0.2:40000 > 10.69.0.5:5000");
        assertThat(nextOf("10.69.0.5")).endsWith(" 10.69.0.5:5000 > 10.77.0.2:40000");
    }

    @Test
    void aDatagramThatNobodyRepliesToIsSeen() throws Exception {
        scene.mainInPc(Datagrams.class, "10.66.0.5", "1", "1");

        assertThat(nextOf("10.66.0.5")).endsWith(" 10.77.0.2:40000 > 10.66.0.5:5000");
    }

    @Test
    void aStreamStaysInTheKernelWhileADatagramToAnotherHostIsSeen() throws Exception {
        int stream = 40_000;
        scene.mainInPc(Datagrams.class, "10.66.0.5", "1", Integer.toString(stream));
        scene.mainInPc(Datagrams.class, "10.66.0.6", "1", "1");

        assertThat(frame(nextOf("10.66.0.6"))).isBetween((long) DatagramBudget.PER_SECOND, stream / 2L);
    }

    @Test
    void aFloodToManyHostsIsPassedOverAndNameAnswersAreStillSeen() throws Exception {
        Process flood = scene.startMainInPc(Datagrams.class, "10.66.0.0", "65536", "40000");
        assertThat(nextOf("passed over")).isEqualTo("passed over");
        flood.destroy();

        scene.inPc(
                "bash",
                "-c",
                "exec 3<>/dev/udp/10.78.0.2/53; printf '\\0\\1\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0017\\6silent\\3lab\\0\\0\\1\\0\\1' >&3; head -c 1 <&3 >/dev/null");
        assertThat(nextOf("10.78.0.2")).contains(" 10.78.0.2:53 > 10.77.0.2");
    }
}
