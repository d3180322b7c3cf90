package org.synwarden.platform.windows.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplicationLogTest {
    @Test
    void theZoneOfAnAddressIsNoPlaceForAnotherString() {
        assertThat(ApplicationLog.literal("fe80::1%5")).isEqualTo("fe80::1% 5");
        assertThat(ApplicationLog.literal("%%1 100 % of it")).isEqualTo("% % 1 100 % of it");
    }
}
