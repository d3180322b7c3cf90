package org.synwarden.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.capture.FrameBuilder;
import org.synwarden.lab.TsharkTier;

/** What is written is what tshark, and so Wireshark, reads. */
@ExtendWith(TsharkTier.class)
class PcapngWriterLiveIT {
    @TempDir
    private Path folder;

    @Test
    void tsharkReadsThePacketsWithTheirComments() throws IOException, InterruptedException {
        Path file = folder.resolve("packets.pcapng");
        try (OutputStream out = Files.newOutputStream(file)) {
            PcapngWriter writer = new PcapngWriter(out, "SynWarden");
            writer.write(PcapngWriterTest.packet(
                    1,
                    FrameBuilder.from("10.0.0.5", 5_000).to("66.1.1.9", 445).syn(),
                    Optional.of(PcapngWriterTest.process("dial.exe"))));
            writer.write(PcapngWriterTest.packet(
                    101,
                    FrameBuilder.from("2001:db8::5", 5_001)
                            .linkType(101)
                            .to("2001:db8::6", 446)
                            .syn(),
                    Optional.empty()));
        }

        assertThat(tshark(file))
                .containsExactly(
                        "1773480413.123456789|10.0.0.5|445|1500|dial.exe (pid 4312, matched), C:\\Users\\Zoë\\dial.exe;"
                                + " attempt unanswered",
                        "1773480413.123456789||446|1500|process not known; attempt unanswered");
    }

    private static List<String> tshark(Path file) throws IOException, InterruptedException {
        Process tshark = new ProcessBuilder(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-T",
                        "fields",
                        "-E",
                        "separator=|",
                        "-e",
                        "frame.time_epoch",
                        "-e",
                        "ip.src",
                        "-e",
                        "tcp.dstport",
                        "-e",
                        "frame.len",
                        "-e",
                        "frame.comment")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String lines = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tshark.waitFor()).isZero();
        return lines.lines().toList();
    }
}
