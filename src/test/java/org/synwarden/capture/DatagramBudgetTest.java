package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the kernel is asked for while a PC is busy. */
class DatagramBudgetTest {
    private static final long SECOND = 1_000_000_000;
    private static final long NOON = 1_700_000_000 * SECOND;
    private static final byte[] VIDEO = datagram("198.51.100.9", 3478, 50_000);

    private final DatagramBudget budget = new DatagramBudget();
    private final String everything = budget.filter();
    private long now = NOON;

    private static byte[] datagram(String server, int serverPort, int port) {
        return FrameBuilder.from(server, serverPort).to("10.0.0.5", port).udp(new byte[200]);
    }

    private boolean count(byte[] frame) {
        return budget.count(Frame.of(1, now, 1, frame));
    }

    /** Half of a second of so many datagrams; whether the filter has changed. */
    private boolean stream(int datagrams, byte[] frame) {
        boolean changed = false;
        for (int i = 0; i < datagrams; i++) {
            now += SECOND / 2 / datagrams;
            changed |= count(frame);
        }
        return changed;
    }

    private void seconds(int number) {
        now += number * SECOND;
        budget.count(Frame.of(
                1, now, 1, FrameBuilder.from("10.0.0.5", 1).to("192.0.2.1", 2).syn()));
    }

    @Test
    void aCallOfATenthOfTheBudgetChangesNothing() {
        for (int i = 0; i < 60; i++) {
            assertThat(stream(DatagramBudget.PER_SECOND / 10, VIDEO)).isFalse();
        }
        assertThat(budget.filter()).isEqualTo(everything);
    }

    @Test
    void aStreamBeyondTheBudgetIsLeftInTheKernelAndOthersAreNot() {
        count(datagram("192.0.2.77", 5060, 5060));
        assertThat(stream(DatagramBudget.PER_SECOND, VIDEO)).isTrue();
        assertThat(budget.filter()).contains("198.51.100.9", "3478", "50000").doesNotContain("192.0.2.77");
        assertThat(budget.isSpent()).isFalse();
    }

    @Test
    void aStreamComesBackAfterAMinute() {
        stream(DatagramBudget.PER_SECOND + 1, VIDEO);
        seconds(58);
        assertThat(budget.filter()).contains("198.51.100.9");
        seconds(2);
        assertThat(budget.filter()).isEqualTo(everything);
    }

    @Test
    void bothWaysOfAStreamAreLeftInTheKernelAsOne() {
        byte[] out =
                FrameBuilder.from("10.0.0.5", 50_000).to("198.51.100.9", 3478).udp(new byte[50]);
        for (int i = 0; i <= DatagramBudget.PER_SECOND / 2; i++) {
            count(VIDEO);
            count(out);
        }
        assertThat(budget.filter()).containsOnlyOnce("198.51.100.9");
    }

    @Test
    void aFloodToManyAddressesIsLeftInTheKernelForTenSeconds() {
        boolean changed = false;
        for (int i = 0; i <= DatagramBudget.PER_SECOND; i++) {
            changed |= count(datagram("198.51." + i / 250 + "." + i % 250, 5060, 5060));
        }
        assertThat(changed).isTrue();
        assertThat(budget.isSpent()).isTrue();
        assertThat(budget.filter()).isEqualTo(ControlPackets.withoutDatagrams());
        seconds(9);
        assertThat(budget.isSpent()).isTrue();
        seconds(1);
        assertThat(budget.isSpent()).isFalse();
        assertThat(budget.filter()).isEqualTo(everything);
    }

    @Test
    void moreStreamsThanTheFilterMayHoldAreLeftInTheKernelAltogether() {
        for (int i = 0; i <= DatagramBudget.MOST_FLOWS && !budget.isSpent(); i++) {
            assertThat(budget.filter().split("and not \\(host", -1)).hasSize(i + 1);
            seconds(1);
            stream(DatagramBudget.PER_SECOND + 1, datagram("198.51.100.9", 3478, 50_000 + i));
        }
        assertThat(budget.isSpent()).isTrue();
    }

    @Test
    void whatIsStillQueuedWhenTheBudgetIsSpentChangesNothing() {
        for (int i = 0; i <= DatagramBudget.PER_SECOND; i++) {
            count(datagram("198.51." + i / 250 + "." + i % 250, 5060, 5060));
        }
        assertThat(stream(2 * DatagramBudget.PER_SECOND, VIDEO)).isFalse();
    }

    @Test
    void nameAnswersAndSegmentsCostNothingOfIt() {
        assertThat(stream(2 * DatagramBudget.PER_SECOND, datagram("192.0.2.53", 53, 40_000)))
                .isFalse();
        assertThat(stream(
                        2 * DatagramBudget.PER_SECOND,
                        FrameBuilder.from("10.0.0.5", 1).to("192.0.2.1", 2).syn()))
                .isFalse();
    }

    @Test
    void bytesThatMakeNoSenseAreNotCounted() {
        assertThat(stream(2 * DatagramBudget.PER_SECOND, new byte[20])).isFalse();
        assertThat(budget.count(Frame.of(1, now, 1, new byte[0]))).isFalse();
    }
}
