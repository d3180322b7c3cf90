package org.synwarden.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.synwarden.net.LeastRecentMap;

class LeastRecentSlotsTest {
    @Test
    void theKeyUnusedForLongestMakesRoomAsInALinkedMap() {
        SplittableRandom random = new SplittableRandom(5);
        LeastRecentSlots slots = new LeastRecentSlots(50);
        LeastRecentMap<Long, Integer> model = new LeastRecentMap<>(50);
        for (int i = 0; i < 50_000; i++) {
            long key = random.nextLong(120);
            switch (random.nextInt(4)) {
                case 0 -> {
                    slots.remove(key);
                    model.remove(key);
                }
                case 1 -> assertThat(slots.contains(key)).isEqualTo(model.containsKey(key));
                default -> {
                    int slot = slots.find(key);
                    assertThat(slot).isEqualTo(model.getOrDefault(key, LongSlots.NONE));
                    if (slot == LongSlots.NONE) {
                        model.put(key, slots.add(key));
                    }
                }
            }
            assertThat(slots.size()).isEqualTo(model.size());
            assertThat(slots.evictions()).isEqualTo(model.evictions());
        }
        assertThat(slots.evictions()).isPositive();
    }
}
