package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.export.LoggedEvent;

/** The system's log is slow, or refuses: nobody waits, and what waits is bounded. */
class EventReportTest {
    private final List<LoggedEvent> written = new CopyOnWriteArrayList<>();

    @Test
    void whatWaitsAtTheEndIsWritten() {
        EventReport report = new EventReport(written::add);
        report.start();
        report.tell(LoggedEvent.started("1.2.3"));
        report.tell(LoggedEvent.stopped("1.2.3"));
        report.close();
        assertThat(written).containsExactly(LoggedEvent.started("1.2.3"), LoggedEvent.stopped("1.2.3"));
    }

    @Test
    void nobodyWaitsForASlowLogAndWhatIsBeyondTheBoundIsLeftOut() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        EventReport report = new EventReport(event -> {
            taken.countDown();
            awaited(goOn);
            written.add(event);
        });
        report.start();
        report.tell(LoggedEvent.started("first"));
        taken.await();
        IntStream.range(0, EventReport.BOUND + 10).forEach(i -> report.tell(LoggedEvent.started("more " + i)));
        goOn.countDown();
        report.close();
        assertThat(written).hasSize(1 + EventReport.BOUND);
    }

    @Test
    void aLogThatRefusesOneEntryGetsTheNext() {
        EventReport report = new EventReport(event -> {
            if (event.strings().contains("bad")) {
                throw new IOException("no");
            }
            written.add(event);
        });
        report.start();
        report.tell(LoggedEvent.started("bad"));
        report.tell(LoggedEvent.started("good"));
        report.close();
        assertThat(written).containsExactly(LoggedEvent.started("good"));
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
