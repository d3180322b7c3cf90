package org.synwarden.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private record Entry(long at, int what) {}

    /** From times that hardly ever come out of order to times in no order at all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 50, 1_000})
    void isEmptiedInTheOrderOfTimeHoweverItIsFilled(int disorder) {
        SplittableRandom random = new SplittableRandom(disorder);
        Timetable timetable = new Timetable();
        PriorityQueue<Entry> model = new PriorityQueue<>(Comparator.comparingLong(Entry::at));
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(5) < 3) {
                long at = 10L * i + (random.nextInt(4) == 0 ? 15_000 : 0) - random.nextInt(10 * disorder + 1);
                timetable.add(at, i);
                model.add(new Entry(at, i));
            } else if (!model.isEmpty()) {
                Entry expected = model.poll();
                assertThat(timetable.next()).isEqualTo(expected.at());
                int what = timetable.poll();
                if (what != expected.what()) { // another one of the same time
                    assertThat(model.remove(new Entry(expected.at(), what))).isTrue();
                    model.add(expected);
                }
            }
            assertThat(timetable.size()).isEqualTo(model.size());
        }
    }

    @Test
    void whatIsDueAtTheSameTimeComesInTheOrderInWhichItWasEntered() {
        Timetable timetable = new Timetable();
        for (int i = 0; i < 40; i++) {
            timetable.add(5, i);
        }
        List<Integer> polled = new ArrayList<>();
        while (timetable.size() > 0) {
            polled.add(timetable.poll());
        }
        assertThat(polled).isSorted().hasSize(40);
    }

    @Test
    void keepsTheOrderWhenItIsPruned() {
        Timetable timetable = new Timetable();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            timetable.add(i - random.nextInt(300), i);
        }
        timetable.prune((at, what) -> what % 3 == 0);
        assertThat(timetable.size()).isEqualTo(334);
        long last = Long.MIN_VALUE;
        while (timetable.size() > 0) {
            assertThat(timetable.next()).isGreaterThanOrEqualTo(last);
            last = timetable.next();
            assertThat(timetable.poll() % 3).isZero();
        }
    }

    @Test
    void nothingIsDueBeforeTheEndOfTimeWhenItIsEmpty() {
        Timetable timetable = new Timetable();
        assertThat(timetable.next()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(timetable::poll).isInstanceOf(IllegalStateException.class);
        timetable.add(3, 1);
        timetable.poll();
        assertThat(timetable.next()).isEqualTo(Long.MAX_VALUE);
    }
}
