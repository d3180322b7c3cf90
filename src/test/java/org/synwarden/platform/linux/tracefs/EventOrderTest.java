package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.platform.linux.tracefs.KernelEvent.ResetReceived;

class EventOrderTest {
    private final EventOrder order = new EventOrder();
    private final List<Long> passedOn = new ArrayList<>();

    private void add(long at, long socket) {
        order.add(new ResetReceived(at, socket));
    }

    private void release(long horizon) {
        order.release(horizon, event -> passedOn.add(((ResetReceived) event).socket()));
    }

    @Test
    void eventsOfTwoProcessorsGoOnInTheOrderOfTheirTime() {
        add(10, 1);
        add(30, 3);
        add(20, 2);
        release(100);

        assertThat(passedOn).containsExactly(1L, 2L, 3L);
        assertThat(order.isEmpty()).isTrue();
    }

    @Test
    void whatIsNewerThanTheHorizonWaitsForWhatMayStillComeBeforeIt() {
        add(30, 3);
        add(10, 1);
        release(20);
        assertThat(passedOn).containsExactly(1L);
        assertThat(order.isEmpty()).isFalse();

        add(25, 2);
        release(30);
        assertThat(passedOn).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eventsOfTheSameInstantStayInTheOrderInWhichTheyWereRead() {
        for (long socket = 0; socket < 50; socket++) {
            add(10, socket);
        }
        release(10);

        assertThat(passedOn).isSorted().hasSize(50);
    }
}
