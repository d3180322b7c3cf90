package org.synwarden.tray;

import com.sun.management.OperatingSystemMXBean;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import org.synwarden.contract.SocketObject;

/**
 * What the window costs with many connections, of which a fifth changes every second and then none, and with the chart of
 * attempts on screen: the real client against the stand-in service. Arguments: how many connections, for how many seconds.
 * Run by {@code bench/tray}.
 */
public final class TrayBenchMain {
    private static final double FIFTH = 0.2;
    private static final int WARM_UP = 10;
    private static final int QUIET = 20;

    private final ScriptedService service = new ScriptedService();
    private final Random random = new Random(6144);
    private final AtomicLong busy = new AtomicLong();
    private final List<SocketObject> sockets;
    private final SomeRates rates = new SomeRates();
    private int nextPort;

    private TrayBenchMain(int rows) {
        sockets = new ArrayList<>(Some.sockets(rows));
    }

    /** Prints medians and the like, and ends. */
    public static void main(String[] arguments) throws Exception {
        new TrayBenchMain(Integer.parseInt(arguments[0])).run(Integer.parseInt(arguments[1]));
        System.exit(0); // whatever Swing still has open
    }

    private void run(int seconds) throws Exception {
        Path settings = Files.createTempDirectory("synwarden-tray").resolve("settings");
        try (TrayClient client = new TrayClient(
                () -> service,
                new ScriptedDesktop(),
                settings,
                line -> Some.reading(),
                Optional.of(Appearance.LIGHT))) {
            client.start();
            EventQueue.invokeAndWait(() -> {});
            long up = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.printf(Locale.ROOT, "from the virtual machine's start to the window   %5d ms%n", up);
            EventQueue.invokeAndWait(
                    () -> Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Timed()));
            while (!service.isFollowed("sockets")) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            service.say(Some.whole("sockets", sockets));
            report(refreshes(seconds + WARM_UP, this::change));
            reportQuiet(QUIET);
            rates.works(Some.process("dial.exe", 4312), 150);
            service.say(Some.whole("incidents", List.of(Some.worm("1"))));
            EventQueue.invokeAndWait(this::lookAtIncidents);
            while (!service.isFollowed(PressurePanel.TOPIC)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            service.say(rates.whole());
            report("a second of the chart", refreshes(seconds + WARM_UP, () -> service.say(rates.nextSecond())));
        }
    }

    private void lookAtIncidents() {
        for (Window window : Window.getWindows()) {
            if (window instanceof JFrame frame && frame.getContentPane().getComponent(0) instanceof JTabbedPane tabs) {
                tabs.setSelectedIndex(0);
            }
        }
    }

    /** Nanoseconds of the event thread in each second, in which there is something new once, which is drawn. */
    private long[] refreshes(int seconds, Runnable change) throws InterruptedException {
        long[] took = new long[seconds];
        for (int second = 0; second < seconds; second++) {
            busy.set(0);
            change.run();
            TimeUnit.SECONDS.sleep(1);
            took[second] = busy.get();
        }
        return Arrays.copyOfRange(took, WARM_UP, seconds);
    }

    private void change() {
        List<String> removed = new ArrayList<>();
        List<SocketObject> changed = new ArrayList<>();
        List<SocketObject> added = new ArrayList<>();
        int each = (int) (sockets.size() * FIFTH / 3);
        for (int i = 0; i < each; i++) {
            removed.add(sockets.remove(random.nextInt(sockets.size())).key());
            SocketObject old = sockets.remove(random.nextInt(sockets.size()));
            String state = old.state().equals("ESTABLISHED") ? "CLOSE_WAIT" : "ESTABLISHED";
            changed.add(new SocketObject(old.protocol(), old.local(), old.remote(), state, old.process()));
            added.add(Some.socket(
                    "203.0." + (nextPort >> 8 & 255) + "." + (nextPort & 255),
                    1_024 + nextPort++ % 60_000,
                    "SYN_SENT",
                    Some.process("new.exe", 7_000 + i % 50)));
        }
        sockets.addAll(changed);
        sockets.addAll(added);
        service.say(Some.change("sockets", added, changed, removed));
    }

    private void report(long[] took) {
        report("a refresh", took);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT, "rows %d, heap after a collection %.1f MiB%n", sockets.size(), heap / 1_048_576.0);
    }

    /** What the event thread, and the whole process, do while nothing changes. */
    private void reportQuiet(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(3);
        busy.set(0);
        long before = cpu();
        TimeUnit.SECONDS.sleep(seconds);
        System.out.printf(
                Locale.ROOT,
                "a second in which nothing changes, of %d   event thread %.2f ms, all threads %.2f ms of a core%n",
                seconds,
                millis(busy.get()) / seconds,
                millis(cpu() - before) / seconds);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void report(String what, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "event thread %s, %d of them   median %.1f ms, 99th percentile %.1f ms, most %.1f ms%n",
                what,
                took.length,
                millis(took[took.length / 2]),
                millis(took[(int) Math.ceil(took.length * 0.99) - 1]),
                millis(took[took.length - 1]));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /** Adds up the time that events take. */
    private final class Timed extends EventQueue {
        @Override
        protected void dispatchEvent(AWTEvent event) {
            long began = System.nanoTime();
            try {
                super.dispatchEvent(event);
            } finally {
                busy.addAndGet(System.nanoTime() - began);
            }
        }
    }
}
