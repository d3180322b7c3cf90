package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AwaitedFlowsTest {
    private final AwaitedFlows awaited = new AwaitedFlows();

    @Test
    void aFlowIsAwaitedOnceHoweverOftenItsSynIsSent() {
        awaited.add(7);
        awaited.add(7);
        assertThat(awaited.remove(7)).isTrue();
        assertThat(awaited.remove(7)).isFalse();
    }

    @Test
    void whatWasNeverAddedIsNotAwaited() {
        assertThat(awaited.remove(7)).isFalse();
    }

    @Test
    void ofNineInOneBucketTheOldestMakesRoom() {
        LongStream.rangeClosed(1, 9).forEach(awaited::add);
        assertThat(awaited.remove(1)).isFalse();
        assertThat(LongStream.rangeClosed(2, 9)).allMatch(awaited::remove);
    }

    @Test
    void removingOneLeavesTheOthersOfItsBucket() {
        LongStream.rangeClosed(1, 8).forEach(awaited::add);
        assertThat(awaited.remove(4)).isTrue();
        awaited.add(9);
        assertThat(LongStream.of(1, 2, 3, 5, 6, 7, 8, 9)).allMatch(awaited::remove);
    }

    @Test
    void theLastBucketIsAsGoodAsTheFirst() {
        LongStream.rangeClosed(-9, -1).forEach(awaited::add);
        assertThat(awaited.remove(-9)).isFalse();
        assertThat(LongStream.rangeClosed(-8, -1)).allMatch(awaited::remove);
    }
}
