package org.synwarden.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongRecordsTest {
    @Test
    void agreesWithAListWhateverIsAddedAndRemoved() {
        SplittableRandom random = new SplittableRandom(3);
        LongRecords records = new LongRecords(2);
        List<Long> model = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int what = random.nextInt(10);
            if (what < 5 || model.isEmpty()) {
                long value = random.nextLong(100);
                int added = records.add();
                records.set(added, 0, -value);
                records.set(added, 1, value);
                model.add(value);
            } else if (what < 9) {
                records.removeOldest();
                model.remove(0);
            } else {
                int number = random.nextInt(model.size());
                records.remove(number);
                model.remove(number);
            }
            assertThat(records.size()).isEqualTo(model.size());
            long sought = random.nextLong(100);
            assertThat(records.find(1, sought)).isEqualTo(model.lastIndexOf(sought));
            for (int number = 0; i % 50 == 0 && number < model.size(); number++) {
                assertThat(records.get(number, 1)).isEqualTo(model.get(number));
                assertThat(records.get(number, 0)).isEqualTo(-model.get(number));
            }
        }
    }

    /** A field that rises, as time does, but for some disorder; what is not there is sought in vain. */
    @Test
    void findsARecordNearItsTimeHoweverFarThatIsOff() {
        SplittableRandom random = new SplittableRandom(5);
        LongRecords records = new LongRecords(2);
        for (int i = 0; i < 1_000; i++) {
            int added = records.add();
            records.set(added, 0, 10L * i - random.nextInt(100));
            records.set(added, 1, 3L * i);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(records.findNear(0, 10L * i, 1, 3L * i)).isEqualTo(i);
            assertThat(records.findNear(0, random.nextInt(20_000) - 5_000, 1, 3L * i))
                    .isEqualTo(i);
            assertThat(records.findNear(0, 10L * i, 1, 3L * i + 1)).isEqualTo(-1);
        }
    }
}
