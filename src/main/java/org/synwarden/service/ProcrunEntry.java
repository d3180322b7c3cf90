package org.synwarden.service;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How procrun starts and stops the service, in its {@code jvm} mode: two static methods in one JVM, of which the first
 * must not return before the second was called. A fatal error exits with 1, so that Windows sees a failure and not a stop.
 *
 * @see <a href="https://commons.apache.org/proper/commons-daemon/procrun.html">procrun</a>
 */
public final class ProcrunEntry {
    private static final Logger LOG = LoggerFactory.getLogger(ProcrunEntry.class);
    private static final CountDownLatch STOP = new CountDownLatch(1);

    private ProcrunEntry() {}

    /** Runs the service until {@link #stop}. */
    public static void start(String[] arguments) {
        ServiceLog.keepUntilStarted();
        try (SynWardenService service = SynWardenService.start(
                HostPlatform.ofService(),
                HostPlatform.settings(Optional.empty()),
                Optional.of(HostPlatform.logFolder()))) {
            LOG.info("SynWarden {} runs as a service", service.version());
            STOP.await();
        } catch (IOException | RuntimeException e) {
            LOG.error("The service cannot run: {}", e.getMessage(), e);
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets {@link #start} return; called by procrun on another thread. */
    public static void stop(String[] arguments) {
        STOP.countDown();
    }
}
