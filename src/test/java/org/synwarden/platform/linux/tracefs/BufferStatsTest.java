package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BufferStatsTest {
    @Test
    void everyWayOfLosingAnEventCountsAndReadingOneDoesNot() {
        assertThat(BufferStats.parse("""
                        entries: 3
                        overrun: 40
                        commit overrun: 500
                        bytes: 132
                        oldest event ts:  4779.997301
                        now ts:  4780.006524
                        dropped events: 6000
                        read events: 70000
                        """)).isEqualTo(new BufferStats(6_540, 4_780_006_524_000L));
    }

    @Test
    void whatIsNotSaidIsNothing() {
        assertThat(BufferStats.parse("")).isEqualTo(new BufferStats(0, 0));
    }
}
