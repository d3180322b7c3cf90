package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.capture.CaptureBuilder;

/** The example that shows how little it takes to run the engine without the rest of the program. */
class HeadlessExampleTest {
    @TempDir
    private Path scratch;

    @Test
    void theExampleNamesTheScannerOfACapture() throws Exception {
        CaptureBuilder worm = new CaptureBuilder();
        for (int i = 1; i <= 8; i++) {
            worm.syn("192.168.20.52", 4_000 + i, "203.0.113." + i, 445).after(Duration.ofSeconds(1));
        }
        Path capture = scratch.resolve("worm.pcap");
        Files.write(capture, worm.pcap());

        Process example = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of("examples", "WhoScans.java").toString(),
                        capture.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(example.waitFor()).as(said).isZero();
        assertThat(said).contains("192.168.20.52: 445/tcp: ");
    }
}
