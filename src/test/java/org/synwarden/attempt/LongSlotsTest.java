package org.synwarden.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongSlotsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 100, 5_000})
    void agreesWithAHashMapWhateverIsAddedAndRemoved(int bound) {
        SplittableRandom random = new SplittableRandom(bound);
        LongSlots slots = new LongSlots(bound);
        Map<Long, Integer> model = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            long key = random.nextLong(2L * bound) << random.nextInt(2) * 40;
            int expected = model.getOrDefault(key, LongSlots.NONE);
            assertThat(slots.find(key)).isEqualTo(expected);
            if (random.nextInt(3) == 0) {
                assertThat(slots.remove(key)).isEqualTo(expected);
                model.remove(key);
            } else if (expected == LongSlots.NONE && !slots.isFull()) {
                int slot = slots.add(key);
                assertThat(model.values()).doesNotContain(slot);
                assertThat(slot).isBetween(0, slots.capacity() - 1);
                assertThat(slots.key(slot)).isEqualTo(key);
                model.put(key, slot);
            }
            assertThat(slots.size()).isEqualTo(model.size());
        }
        assertThat(slots.keys())
                .containsExactlyInAnyOrder(
                        model.keySet().stream().mapToLong(Long::longValue).toArray());
    }

    @Test
    void aFreedSlotIsTheNextToBeGivenOut() {
        LongSlots slots = new LongSlots(10);
        slots.add(1);
        int slot = slots.add(2);
        slots.add(3);
        slots.remove(2);
        assertThat(slots.add(4)).isEqualTo(slot);
    }

    @Test
    void doesNotGrowBeyondItsBound() {
        LongSlots slots = new LongSlots(2);
        slots.add(1);
        slots.add(2);
        assertThat(slots.isFull()).isTrue();
        assertThatThrownBy(() -> slots.add(3)).isInstanceOf(IllegalStateException.class);
        assertThat(slots.capacity()).isEqualTo(2);
    }

    @Test
    void countsKeysAndForgetsThoseThatAreCountedNoMore() {
        LongCounts counts = new LongCounts(4);
        assertThat(counts.increment(7)).isEqualTo(1);
        assertThat(counts.increment(7)).isEqualTo(2);
        assertThat(counts.increment(-1)).isEqualTo(1);
        assertThat(counts.decrement(7)).isEqualTo(1);
        assertThat(counts.decrement(7)).isZero();
        assertThat(counts.decrement(99)).isZero();
        assertThat(counts.of(7)).isZero();
        assertThat(counts.of(-1)).isEqualTo(1);
        assertThat(counts.size()).isEqualTo(1);
        assertThat(counts.increment(8)).isEqualTo(1);
        assertThat(counts.keys()).containsExactlyInAnyOrder(-1, 8);
    }
}
