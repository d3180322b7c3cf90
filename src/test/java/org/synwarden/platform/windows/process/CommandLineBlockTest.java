package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandLineBlockTest {
    private static final long ADDRESS = 0x7FFF_1234_0000L;

    @Test
    void readsTheTextBehindTheHead() {
        assertThat(CommandLineBlock.parse(block("\"C:\\Program Files\\虫.exe\" -k netsvcs", 16), ADDRESS))
                .contains("\"C:\\Program Files\\虫.exe\" -k netsvcs");
    }

    @Test
    void aProcessWithoutArgumentsHasNone() {
        assertThat(CommandLineBlock.parse(block("", 16), ADDRESS)).isEmpty();
        assertThat(CommandLineBlock.parse(block("  ", 16), ADDRESS)).isEmpty();
    }

    @Test
    void cutsWhatIsLongerThanAnybodyReads() {
        assertThat(CommandLineBlock.parse(block("x".repeat(30_000), 16), ADDRESS))
                .hasValueSatisfying(text -> assertThat(text).hasSize(4_096));
    }

    @Test
    void believesNoAddressOutsideTheBlock() {
        byte[] before = block("worm", 16);
        ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN).putLong(8, ADDRESS - 8);
        assertThat(CommandLineBlock.parse(before, ADDRESS)).isEmpty();
        byte[] beyond = block("worm", 16);
        ByteBuffer.wrap(beyond).order(ByteOrder.LITTLE_ENDIAN).putShort(0, (short) 10);
        assertThat(CommandLineBlock.parse(beyond, ADDRESS)).isEmpty();
        byte[] farAway = block("worm", 16);
        ByteBuffer.wrap(farAway).order(ByteOrder.LITTLE_ENDIAN).putLong(8, Long.MIN_VALUE);
        assertThat(CommandLineBlock.parse(farAway, ADDRESS)).isEmpty();
        assertThat(CommandLineBlock.parse(new byte[15], ADDRESS)).isEmpty();
    }

    private static byte[] block(String text, int textAt) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(textAt + characters.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) characters.length)
                .putShort((short) characters.length)
                .putInt(0)
                .putLong(ADDRESS + textAt)
                .put(characters)
                .array();
    }
}
