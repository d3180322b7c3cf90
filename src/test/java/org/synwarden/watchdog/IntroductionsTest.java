package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.process.ProcessKey;

class IntroductionsTest {
    private final List<ProcessKey> asked = new ArrayList<>();

    @Test
    void whatFindsNoRoomIsCountedAndNobodyWaits() {
        Introductions introductions = new Introductions(asked::add);
        for (int pid = 1; pid <= Introductions.WAITING + 3; pid++) {
            introductions.want(new ProcessKey(pid, 1));
        }
        assertThat(introductions.leftOut()).isEqualTo(3);
    }

    @Test
    void aFaultWithOneProcessConcernsNoOther() {
        Introductions introductions = new Introductions(process -> {
            asked.add(process);
            if (process.pid() == 1) {
                throw new IllegalStateException("a fault");
            }
            Thread.currentThread().interrupt();
        });
        introductions.want(new ProcessKey(1, 1));
        introductions.want(new ProcessKey(2, 1));
        introductions.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).extracting(ProcessKey::pid).containsExactly(1, 2);
    }
}
