package org.synwarden.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.synwarden.platform.linux.systemd.SystemdNotice;

/**
 * Tells systemd, where it asks, that the service is not hung: twice as often as it must hear, and only while the service
 * says so itself (sd_watchdog_enabled(3)). On the thread {@code systemd-watchdog}, which ends with the process.
 */
final class SystemdWatchdog {
    private SystemdWatchdog() {}

    /** Begins, where systemd looks at all. */
    static void start(SystemdNotice notice, BooleanSupplier alive) {
        notice.watchdog().ifPresent(longest -> {
            Thread thread = new Thread(() -> tell(notice, longest.dividedBy(2), alive), "systemd-watchdog");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void tell(SystemdNotice notice, Duration pause, BooleanSupplier alive) {
        try {
            while (true) {
                if (alive.getAsBoolean()) {
                    notice.alive();
                }
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }
}
