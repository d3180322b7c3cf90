package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingPageTest {
    private static final byte[] ONE = {1, 0, 0, 0};
    private static final byte[] TWO = {2, 0, 0, 0};
    private static final byte[] LONG = new byte[200];

    private static List<String> events(ByteBuffer page) {
        List<String> events = new ArrayList<>();
        RingPage.read(page, TracePage.LAYOUT, (at, event) -> events.add(at + ":" + event.get(0) + "/" + event.limit()));
        return events;
    }

    @Test
    void eachEventIsAsMuchLaterAsItSays() {
        assertThat(events(TracePage.at(1_000)
                        .event(0, ONE)
                        .event(5, TWO)
                        .event(7, ONE)
                        .read()))
                .containsExactly("1000:1/4", "1005:2/4", "1012:1/4");
    }

    @Test
    void readsTheBitFieldsOfBigEndianKernels() {
        assertThat(events(new TracePage(ByteOrder.BIG_ENDIAN, 1_000)
                        .event(3, TWO)
                        .event(5, ONE)
                        .read()))
                .containsExactly("1003:2/4", "1008:1/4");
    }

    @Test
    void aTimeExtensionBridgesALongSilence() {
        long hour = 3_600_000_000_000L;

        assertThat(events(TracePage.at(1_000).timeExtended(hour).event(5, ONE).read()))
                .containsExactly(hour + 1_005 + ":1/4");
    }

    @Test
    void anAbsoluteStampReplacesTheTimeSoFarButForItsHighestBits() {
        long high = 3L << 59;

        assertThat(events(TracePage.at(high + 1_000)
                        .timeStamped(7_000_000_000L)
                        .event(5, ONE)
                        .read()))
                .containsExactly(high + 7_000_000_005L + ":1/4");
    }

    @Test
    void aDiscardedEventIsSkippedAndItsTimeNotCounted() {
        assertThat(events(TracePage.at(1_000).padding(9, 12).event(5, ONE).read()))
                .containsExactly("1005:1/4");
    }

    @Test
    void nothingIsReadAfterTheEndOfThePage() {
        assertThat(events(TracePage.at(1_000)
                        .event(1, ONE)
                        .endOfPage()
                        .event(1, TWO)
                        .read()))
                .containsExactly("1001:1/4");
    }

    @Test
    void aLongEventCarriesItsLength() {
        assertThat(events(TracePage.at(1_000).longEvent(2, LONG).event(1, TWO).read()))
                .containsExactly("1002:0/200", "1003:2/4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 31, 3L << 30})
    void thatEventsWereLostBeforeIsNoPartOfTheLength(long flags) {
        assertThat(events(TracePage.at(1_000).event(1, ONE).read(flags))).containsExactly("1001:1/4");
    }

    @Test
    void aPageThatIsCutShortGivesTheEventsThatAreWhole() {
        ByteBuffer page = TracePage.at(1_000).event(1, ONE).event(1, TWO).read();
        int second = TracePage.LAYOUT.dataOffset() + 8;

        assertThat(events(page.duplicate().order(page.order()).limit(second + 7)))
                .containsExactly("1001:1/4");
        assertThat(events(page.duplicate().order(page.order()).limit(5))).isEmpty();
    }

    @Test
    void arbitraryBytesNeitherFailNorGoOnForEver() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[TracePage.LAYOUT.pageSize()];
            random.nextBytes(bytes);

            assertThat(events(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)))
                    .hasSizeLessThan(TracePage.LAYOUT.dataSize() / Integer.BYTES);
        }
    }
}
