package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToldDatagramsTest {
    private static final long SECOND = 1_000_000_000;
    private static final long NOON = 1_700_000_000 * SECOND;

    private final ToldDatagrams told = new ToldDatagrams();

    @Test
    void ofAStreamOneDatagramASecondIsNews() {
        assertThat(LongStream.range(0, 3_000)
                        .filter(i -> told.isNews(7, NOON + i * SECOND / 1_000))
                        .count())
                .isEqualTo(3);
    }

    @Test
    void theFlowsOfOneBucketAreApart() {
        assertThat(LongStream.rangeClosed(1, 8)).allMatch(flow -> told.isNews(flow, NOON));
        assertThat(LongStream.rangeClosed(1, 8)).noneMatch(flow -> told.isNews(flow, NOON + 1));
    }

    @Test
    void ofNineInOneBucketTheOneToldLongestAgoIsToldAgain() {
        LongStream.rangeClosed(1, 8).forEach(flow -> told.isNews(flow, NOON + flow));
        told.isNews(1, NOON + SECOND + 1);
        told.isNews(9, NOON + SECOND + 1);
        assertThat(told.isNews(1, NOON + SECOND + 2)).isFalse();
        assertThat(told.isNews(2, NOON + SECOND + 1)).isTrue();
    }

    @Test
    void aClockThatWasSetBackSilencesNoFlow() {
        told.isNews(7, NOON);
        assertThat(told.isNews(7, NOON - 3_600 * SECOND)).isTrue();
        assertThat(told.isNews(7, NOON - 3_600 * SECOND + 1)).isFalse();
    }

    @Test
    void reorderedDatagramsOfOneStreamAreNotNews() {
        told.isNews(7, NOON);
        assertThat(told.isNews(7, NOON - SECOND / 2)).isFalse();
    }

    @Test
    void theLastBucketIsAsGoodAsTheFirst() {
        assertThat(LongStream.rangeClosed(-8, -1)).allMatch(flow -> told.isNews(flow, NOON));
        assertThat(LongStream.rangeClosed(-8, -1)).noneMatch(flow -> told.isNews(flow, NOON));
    }
}
