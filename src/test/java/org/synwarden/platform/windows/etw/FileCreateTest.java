package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileCreateTest {
    private static final String PATH = "\\Device\\Mup\\10.1.2.3\\Zoë";

    private static Optional<String> read(int id, int version, byte[] data) {
        return FileCreate.path(id, version, ByteBuffer.wrap(data));
    }

    @Test
    void thePathIsReadFromBothVersions() {
        assertThat(read(12, 1, KernelFilePayload.create(PATH))).contains(PATH);
        assertThat(read(12, 0, KernelFilePayload.createOfVersion0(PATH))).contains(PATH);
        assertThat(read(12, 1, KernelFilePayload.create(""))).contains("");
    }

    @Test
    void whatFollowsTheNameDoesNotMatter() {
        byte[] data = KernelFilePayload.create(PATH);
        assertThat(read(12, 1, Arrays.copyOf(data, data.length + 9))).contains(PATH);
    }

    @Test
    void otherEventsAndUnknownVersionsAreNotGuessedAt() {
        byte[] data = KernelFilePayload.create(PATH);
        assertThat(read(30, 1, data)).isEmpty();
        assertThat(read(12, 2, data)).isEmpty();
        assertThat(read(12, -1, data)).isEmpty();
    }

    @Test
    void anEventThatIsCutShortHasNoPath() {
        byte[] data = KernelFilePayload.create(PATH);
        for (int length = 0; length < data.length; length++) {
            assertThat(read(12, 1, Arrays.copyOf(data, length))).isEmpty();
        }
    }

    @Test
    void thePayloadMayStandAnywhereInItsBuffer() {
        byte[] data = KernelFilePayload.create(PATH);
        ByteBuffer behind = ByteBuffer.allocate(data.length + 3).put(3, data).position(3);
        assertThat(FileCreate.path(12, 1, behind)).contains(PATH);
        assertThat(behind.position()).isEqualTo(3);
    }
}
