package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortSetTest {
    @Test
    void holdsWhatWasPutInAndNothingElse() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            BitSet expected = new BitSet();
            PortSet ports = new PortSet();
            int count = random.nextInt(1 << random.nextInt(14));
            int span = 1 + random.nextInt(65_535);
            for (int i = 0; i < count; i++) {
                int port = 65_535 - random.nextInt(span);
                expected.set(port);
                ports.add(port);
            }
            byte[] bytes = ports.toBytes();
            assertThat(PortSet.read(bytes).toBytes()).isEqualTo(bytes);
            for (int i = 0; i < 500; i++) {
                int port = random.nextInt(65_536);
                assertThat(PortSet.contains(bytes, port)).isEqualTo(expected.get(port));
            }
            expected.stream()
                    .forEach(port -> assertThat(PortSet.contains(bytes, port)).isTrue());
        }
    }

    @Test
    void bothEndsAreInItWhenAllPortsAre() {
        byte[] all = set(IntStream.rangeClosed(0, 65_535)).toBytes();
        assertThat(PortSet.contains(all, 0)).isTrue();
        assertThat(PortSet.contains(all, 65_535)).isTrue();
        assertThat(PortSet.contains(new byte[0], 0)).isFalse();
    }

    @Test
    void takesFewBytes() {
        assertThat(set(IntStream.of(55_000)).toBytes()).hasSize(3);
        assertThat(set(IntStream.range(50_000, 51_000)).toBytes()).hasSizeLessThanOrEqualTo(5);
        Random random = new Random(1);
        assertThat(set(random.ints(1_000, 49_152, 65_536)).toBytes()).hasSizeLessThan(1_100);
        assertThat(set(random.ints(20_000, 49_152, 65_536)).toBytes()).hasSizeLessThan(8_192);
    }

    @Test
    void survivesDamagedBytes() {
        Random random = new Random(2);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            PortSet.read(bytes);
            PortSet.contains(bytes, random.nextInt(65_536));
        }
    }

    private static PortSet set(IntStream ports) {
        PortSet set = new PortSet();
        ports.forEach(set::add);
        return set;
    }
}
