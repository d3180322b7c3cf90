package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.process.ProcessKey;

class HostedServicesTest {
    private static final long EPOCH_IN_FILETIME = 116_444_736_000_000_000L;

    private final List<ServiceEntry> running = new ArrayList<>();
    private long now = TimeUnit.DAYS.toNanos(20_000);
    private int listings;
    private final HostedServices services = new HostedServices(
            () -> {
                listings++;
                return List.copyOf(running);
            },
            () -> now);

    @Test
    void namesTheServicesOfASharedHost() {
        ProcessKey host = startedNow(1784);
        running.add(new ServiceEntry(1784, "Network Location Awareness", 0x20));
        running.add(new ServiceEntry(1784, "DNS Client", 0x20));
        running.add(new ServiceEntry(900, "Print Spooler", 0x10));
        passSeconds(1);
        assertThat(services.in(host, true)).containsExactly("DNS Client", "Network Location Awareness");
    }

    @Test
    void asksOnceForManyProcesses() {
        ProcessKey host = startedNow(1784);
        ProcessKey browser = startedNow(5000);
        running.add(new ServiceEntry(1784, "DNS Client", 0x20));
        passSeconds(1);
        services.in(host, true);
        services.in(host, true);
        assertThat(services.in(browser, false)).isEmpty();
        assertThat(listings).isEqualTo(1);
    }

    @Test
    void asksAgainWhenAHostAppearsThatIsNotListed() {
        ProcessKey host = startedNow(1784);
        passSeconds(1);
        assertThat(services.in(host, true)).isEmpty();
        running.add(new ServiceEntry(1784, "DNS Client", 0x20));
        assertThat(services.in(host, true)).as("at most once a second").isEmpty();
        passSeconds(2);
        assertThat(services.in(host, true)).containsExactly("DNS Client");
    }

    @Test
    void isNotFooledByAPidThatWasGivenAwayAgain() {
        ProcessKey host = startedNow(1784);
        running.add(new ServiceEntry(1784, "DNS Client", 0x20));
        passSeconds(1);
        services.in(host, true);
        running.clear();
        ProcessKey worm = startedNow(1784);
        assertThat(services.in(worm, false)).isEmpty();
        passSeconds(2);
        assertThat(services.in(worm, false)).isEmpty();
    }

    @Test
    void seesAfterAMinuteWhatHasBegunInAHostThatWasThere() {
        ProcessKey host = startedNow(1784);
        running.add(new ServiceEntry(1784, "DNS Client", 0x20));
        passSeconds(1);
        services.in(host, true);
        running.add(new ServiceEntry(1784, "DHCP Client", 0x20));
        passSeconds(61);
        assertThat(services.in(host, true)).containsExactly("DHCP Client", "DNS Client");
    }

    @Test
    void asksAgainAfterTheClockWasSetBack() {
        ProcessKey host = startedNow(1784);
        passSeconds(7_200);
        services.in(host, false);
        running.add(new ServiceEntry(1784, "DNS Client", 0x20));
        passSeconds(-3_600);
        assertThat(services.in(host, false)).containsExactly("DNS Client");
    }

    private ProcessKey startedNow(int pid) {
        return new ProcessKey(pid, EPOCH_IN_FILETIME + now / 100);
    }

    private void passSeconds(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
