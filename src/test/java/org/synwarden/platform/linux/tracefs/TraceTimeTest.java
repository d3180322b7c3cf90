package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTimeTest {
    @Test
    void theOffsetIsTakenWhereAskingTookTheLeastTime() throws IOException {
        Iterator<Long> epoch = List.of(1_000L, 1_900L, 2_000L, 2_900L, 3_000L, 3_020L, 4_000L, 4_900L, 5_000L, 5_900L)
                .iterator();
        Iterator<Long> trace = List.of(700L, 1_700L, 2_510L, 3_700L, 4_700L).iterator();

        TraceTime time = TraceTime.measure(trace::next, epoch::next);

        assertThat(time.offset()).isEqualTo(500);
        assertThat(time.toEpoch(10)).isEqualTo(510);
        assertThat(time.fromEpoch(510)).isEqualTo(10);
    }
}
