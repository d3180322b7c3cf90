package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapLibraryTest {
    @TempDir
    private Path system;

    private Path install(String folder, String... libraries) throws IOException {
        Path place = Files.createDirectories(system.resolve(folder));
        for (String library : libraries) {
            Files.createFile(place.resolve(library));
        }
        return place;
    }

    @Test
    void prefersNpcapToAnOldWinPcap() throws IOException {
        install("", "wpcap.dll", "Packet.dll");
        Path npcap = install("Npcap", "wpcap.dll", "Packet.dll");

        assertThat(PcapLibrary.folderIn(system)).contains(npcap);
    }

    @Test
    void findsWinPcapToWarnOfIt() throws IOException {
        install("", "wpcap.dll", "Packet.dll");

        assertThat(PcapLibrary.folderIn(system))
                .hasValueSatisfying(
                        folder -> assertThat(folder.resolve("wpcap.dll")).exists());
    }

    @Test
    void halfAnInstallationIsNone() throws IOException {
        install("", "wpcap.dll");
        install("Npcap", "wpcap.dll");

        assertThat(PcapLibrary.folderIn(system)).isEmpty();
    }

    @Test
    void anInterfaceIsShownByWhatPeopleCallIt() {
        assertThat(new CaptureInterface("\\Device\\NPF_{1}", "Intel(R) Ethernet", List.of(), false).label())
                .isEqualTo("Intel(R) Ethernet (\\Device\\NPF_{1})");
        assertThat(new CaptureInterface("eth0", "", List.of(), false).label()).isEqualTo("eth0");
    }
}
