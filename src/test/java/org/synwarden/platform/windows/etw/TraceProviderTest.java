package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceProviderTest {
    @ParameterizedTest
    @CsvSource({
        "TCPIP, ee e2 07 2f db 15 f1 40 90 ef 9d 7b a2 82 18 8a",
        "KERNEL_FILE, 27 89 d0 ed c4 9c 65 4e b9 70 c2 56 0f b5 c2 89"
    })
    void theIdStandsInMemoryAsWindowsWritesGuids(TraceProvider provider, String octets) {
        byte[] guid = HexFormat.ofDelimiter(" ").parseHex(octets);
        assertThat(provider.guid()).isEqualTo(guid);
        ByteBuffer memory =
                ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).put(5, guid);
        assertThat(TraceProvider.idAt(memory, 5)).isEqualTo(provider.id());
    }
}
