package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketClockTest {
    private static final long SECOND = 1_000_000_000;

    private long wall = 100 * SECOND;
    private final PacketClock clock = new PacketClock(() -> 40 * SECOND, () -> wall);

    @Test
    void aPacketIsAsOldOnTheSharedClockAsOnTheWallClock() {
        assertThat(clock.at(wall - SECOND / 20)).isEqualTo(40 * SECOND - SECOND / 20);
        assertThat(clock.at(wall - 2 * SECOND)).isEqualTo(38 * SECOND);
    }

    @Test
    void settingTheWallClockDoesNotMoveAPacket() {
        long stamp = wall;

        wall += 3600 * SECOND;
        assertThat(clock.at(stamp)).isEqualTo(40 * SECOND);
        wall -= 7200 * SECOND;
        assertThat(clock.at(stamp)).isEqualTo(40 * SECOND);
    }
}
