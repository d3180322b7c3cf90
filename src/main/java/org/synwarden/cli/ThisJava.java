package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.synwarden.contract.CheckObject;

/** The Java and the clock that this program runs on, as {@code doctor} looks at them. */
final class ThisJava {
    private static final Path CLOCK_SOURCE =
            Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");

    /** Linux clock sources that cost a device access each time they are read. */
    private static final Set<String> SLOW = Set.of("hpet", "acpi_pm", "jiffies", "pit");

    private static final long MEBIBYTE = 1L << 20;

    private ThisJava() {}

    static CheckObject java() {
        return CheckObject.ok(
                "java",
                "Java " + Runtime.version() + " of " + System.getProperty("java.vendor") + " with "
                        + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB, on " + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
    }

    static CheckObject clock() {
        try {
            return !ThisHost.isWindows() && Files.exists(CLOCK_SOURCE)
                    ? clock(Files.readString(CLOCK_SOURCE).strip())
                    : CheckObject.ok("clock", "the system's performance counter");
        } catch (IOException e) {
            return CheckObject.ok("clock", "the system's monotonic clock; its source cannot be read");
        }
    }

    /** What is to be said of that Linux clock source. */
    static CheckObject clock(String source) {
        return SLOW.contains(source)
                ? CheckObject.degraded(
                        "clock",
                        "the clock source " + source + " is slow to read, so that watching costs more",
                        "'dmesg | grep -i clocksource' says why the kernel does not use a better one")
                : CheckObject.ok("clock", "the clock source is " + source);
    }
}
