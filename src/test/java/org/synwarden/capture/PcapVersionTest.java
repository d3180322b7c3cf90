package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapVersionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Npcap version 1.86, based on libpcap version 1.10.5 | Npcap before 1.87 can crash Windows",
                "Npcap version 0.9983, based on libpcap version 1.9.1 | Npcap before 1.87 can crash Windows",
                "WinPcap version 4.1.3 (packet.dll version 4.1.0.2980), based on libpcap version 1.0 | no longer maintained"
            })
    void knowsWhichVersionsDoHarm(String text, String harm) {
        assertThat(new PcapVersion(text).harm())
                .hasValueSatisfying(said -> assertThat(said).contains(harm).contains("https://npcap.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Npcap version 1.87, based on libpcap version 1.10.6",
                "Npcap version 2.0, based on libpcap version 1.11",
                "libpcap version 1.10.3 (with TPACKET_V3)",
                "Npcap version, who knows",
                ""
            })
    void saysNothingAgainstTheOthers(String text) {
        assertThat(new PcapVersion(text).harm()).isEmpty();
    }
}
