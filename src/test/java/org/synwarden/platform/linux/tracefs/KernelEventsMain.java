package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.observation.Observation;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;

/**
 * Prints what the kernel says in the namespace it is started in, until its input ends: {@code ready}, then an
 * observation a line; or one line that says why it cannot.
 */
final class KernelEventsMain {
    private KernelEventsMain() {}

    public static void main(String[] arguments) throws IOException {
        long offset = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();
        LongSupplier clock = () -> System.nanoTime() + offset;
        try (TracefsKernelEvents events = new TracefsKernelEvents(new LinuxProcessCatalog(), clock)) {
            events.start(KernelEventsMain::print);
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // until the end of the input
            }
            events.failure().ifPresent(System.out::println);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void print(Observation observation) {
        System.out.println(observation);
    }
}
