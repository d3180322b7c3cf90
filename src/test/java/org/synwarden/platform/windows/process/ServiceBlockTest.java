package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServiceBlockTest {
    private static final long ADDRESS = 0x7FFF_1234_0000L;
    private static final int SHARED = 0x20;

    @Test
    void readsPidTypeAndDisplayName() {
        byte[] block = block();
        assertThat(ServiceBlock.parse(block, ADDRESS, 2))
                .containsExactly(
                        new ServiceEntry(1784, "DNS Client", SHARED),
                        new ServiceEntry(5120, "接続デバイス_1bf5729", SHARED | 0xC0));
    }

    @Test
    void leavesOutWhatIsNotInTheBlock() {
        assertThat(ServiceBlock.parse(block(), ADDRESS, 1_000)).hasSizeLessThan(1_000);
        assertThat(ServiceBlock.parse(new byte[55], ADDRESS, 1)).isEmpty();
        byte[] lost = block();
        ByteBuffer.wrap(lost).order(ByteOrder.LITTLE_ENDIAN).putLong(8, ADDRESS - 2);
        assertThat(ServiceBlock.parse(lost, ADDRESS, 1)).containsExactly(new ServiceEntry(1784, "", SHARED));
    }

    @Test
    void theInstanceOfAUserIsShownUnderTheNameOfItsService() {
        assertThat(new ServiceEntry(1, "CDPUserSvc_1bf5729", SHARED | 0xC0).shownName())
                .isEqualTo("CDPUserSvc");
    }

    @Test
    void aNameThatOnlyEndsLikeAnInstanceStaysWhole() {
        assertThat(new ServiceEntry(1, "Vendor_2024", SHARED).shownName()).isEqualTo("Vendor_2024");
    }

    private static byte[] block() {
        ByteBuffer block = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        int first = text(block, 112, "DNS Client");
        int second = text(block, 140, "接続デバイス_1bf5729");
        service(block, 0, first, SHARED, 1784);
        service(block, 56, second, SHARED | 0xC0, 5120);
        return block.array();
    }

    private static int text(ByteBuffer block, int at, String text) {
        block.put(at, (text + "\0").getBytes(StandardCharsets.UTF_16LE));
        return at;
    }

    private static void service(ByteBuffer block, int at, int displayName, int type, int pid) {
        block.putLong(at, ADDRESS + displayName);
        block.putLong(at + 8, ADDRESS + displayName);
        block.putInt(at + 16, type);
        block.putInt(at + 44, pid);
    }
}
