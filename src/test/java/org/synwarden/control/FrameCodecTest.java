package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
    /** A connection that delivers these bytes, a few at a time, and then ends. */
    private static final class Delivery implements Transport.Connection {
        private final ByteBuffer bytes;
        private final int atATime;
        private int largestBuffer;

        Delivery(byte[] bytes, int atATime) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.atATime = atATime;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            largestBuffer = Math.max(largestBuffer, buffer.length);
            int got = Math.min(Math.min(atATime, length), bytes.remaining());
            bytes.get(buffer, offset, got);
            return got == 0 ? -1 : got;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Caller caller() {
            return MemoryTransport.USER;
        }

        @Override
        public void close() {}
    }

    private static Optional<String> read(byte[] bytes) throws IOException {
        return FrameCodec.read(new Delivery(bytes, 3), FrameCodec.MAX_BYTES);
    }

    private static byte[] announcing(int length, String payload) {
        byte[] text = payload.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + text.length).putInt(length).put(text).array();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100_000})
    void framesComeBackWholeHoweverTheyArrive(int atATime) throws IOException {
        String large = "Zoë".repeat(30_000);
        byte[] first = FrameCodec.encode(large);
        byte[] both = Arrays.copyOf(first, first.length + 6);
        System.arraycopy(FrameCodec.encode("{}"), 0, both, first.length, 6);
        Delivery delivery = new Delivery(both, atATime);

        assertThat(FrameCodec.read(delivery, FrameCodec.MAX_BYTES)).contains(large);
        assertThat(FrameCodec.read(delivery, FrameCodec.MAX_BYTES)).contains("{}");
        assertThat(FrameCodec.read(delivery, FrameCodec.MAX_BYTES)).isEmpty();
    }

    @Test
    void theLengthComesFirstMostSignificantByteFirst() {
        assertThat(FrameCodec.encode("{}")).containsExactly(0, 0, 0, 2, '{', '}');
    }

    @Test
    void halfAFrameIsNoEnd() {
        byte[] whole = FrameCodec.encode("{\"event\":\"hello\"}");
        for (int length = 1; length < whole.length; length++) {
            byte[] half = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(half));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1 << 30, FrameCodec.MAX_BYTES + 1})
    void anImpossibleLengthIsRefusedBeforeAnythingIsRead(int length) {
        Delivery delivery = new Delivery(announcing(length, "{}"), 100);
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> FrameCodec.read(delivery, FrameCodec.MAX_BYTES))
                .withMessageContaining(Integer.toUnsignedString(length));
        assertThat(delivery.largestBuffer).isEqualTo(4);
    }

    @Test
    void anAnnouncedMegabyteCostsNoMegabyte() {
        Delivery delivery = new Delivery(announcing(FrameCodec.MAX_BYTES, "x".repeat(10_000)), 100);
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> FrameCodec.read(delivery, FrameCodec.MAX_BYTES));
        assertThat(delivery.largestBuffer).isLessThan(20_000);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] bytes = {0, 0, 0, 2, (byte) 0xC3, '('};
        assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> read(bytes));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 445, 3389})
    void randomBytesAreAFrameOrRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40) + 1];
            random.nextBytes(bytes);
            bytes[0] = 0;
            bytes[Math.min(1, bytes.length - 1)] = (byte) random.nextInt(2);
            try {
                assertThat(read(bytes)).isPresent();
            } catch (IOException refused) {
                assertThat(refused).isInstanceOfAny(MalformedFrameException.class, EOFException.class);
            }
        }
    }

    @Test
    void nothingTooLargeIsSent() {
        assertThat(FrameCodec.encode("x".repeat(FrameCodec.MAX_BYTES))).hasSize(4 + FrameCodec.MAX_BYTES);
        assertThatIllegalArgumentException().isThrownBy(() -> FrameCodec.encode("x".repeat(FrameCodec.MAX_BYTES + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> FrameCodec.encode(""));
    }
}
