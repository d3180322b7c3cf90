package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
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

    /** Flows of one bucket may share the octet that is looked at first; then the whole fingerprint decides. */
    @Test
    void flowsThatLookAlikeAreToldApart() {
        LongStream.rangeClosed(1, 8).map(flow -> flow << 8 | 7).forEach(awaited::add);
        assertThat(awaited.remove(9L << 8 | 7)).isFalse();
        assertThat(awaited.remove(4L << 8 | 7)).isTrue();
        awaited.add(9L << 8 | 7);
        awaited.add(10L << 8 | 8);
        assertThat(awaited.remove(1L << 8 | 7)).isFalse();
        assertThat(LongStream.of(2, 3, 5, 6, 7, 8, 9).map(flow -> flow << 8 | 7))
                .allMatch(awaited::remove);
        assertThat(awaited.remove(10L << 8 | 8)).isTrue();
    }

    @Test
    void whateverComesAndGoesTheYoungestEightOfABucketAreKnown() {
        Random random = new Random(445);
        Deque<Long> model = new ArrayDeque<>();
        for (int i = 0; i < 100_000; i++) {
            long flow = 1 + random.nextInt(24) * 86L;
            if (random.nextBoolean()) {
                awaited.add(flow);
                if (!model.contains(flow)) {
                    model.addFirst(flow);
                }
                if (model.size() > 8) {
                    model.removeLast();
                }
            } else {
                assertThat(awaited.remove(flow)).isEqualTo(model.remove(flow));
            }
        }
    }
}
