package org.synwarden.tray;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ComponentEvent;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.swing.JTable;
import org.synwarden.contract.IncidentObject;

/**
 * What the window is like while one incident comes after the other: the real client against the stand-in service, which tells
 * {@value #INCIDENTS} of them, eight at a time, of which at most {@value #TOLD} are there together and grow. Run by
 * {@code bench/tray incidents}.
 */
public final class IncidentStormMain {
    private static final int INCIDENTS = 1_000;
    private static final int TOLD = 256;
    private static final int AT_A_TIME = 8;
    private static final int BEAT_MILLIS = 500;
    private static final int PING_MILLIS = 20;

    private final ScriptedService service = new ScriptedService();
    private final List<IncidentObject> open = new ArrayList<>();
    private final List<Long> balloons = new CopyOnWriteArrayList<>();
    private final List<Long> latencies = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private int told;

    private IncidentStormMain() {}

    /** Prints what it was like, and ends. */
    public static void main(String[] arguments) throws Exception {
        new IncidentStormMain().run();
        System.exit(0); // whatever Swing still has open
    }

    private void run() throws Exception {
        Path settings = Files.createTempDirectory("synwarden-tray").resolve("settings");
        try (TrayClient client = new TrayClient(
                () -> service,
                new ScriptedDesktop(),
                settings,
                line -> Some.reading(),
                Optional.of(Appearance.LIGHT))) {
            Toolkit.getDefaultToolkit().addAWTEventListener(this::noteBalloon, AWTEvent.COMPONENT_EVENT_MASK);
            client.start();
            while (!service.isFollowed("incidents")) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            Thread pinging = new Thread(this::ping, "ping");
            pinging.setDaemon(true);
            pinging.start();
            tell();
            SecondStart.happened(); // with incidents there, the window opens on them
            while (!selectOne()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            String selected = selected();
            int kept = 0;
            int beats = 1;
            for (; told < INCIDENTS; beats++) {
                TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
                tell();
                EventQueue.invokeAndWait(IncidentStormMain::scrollToTheEnd);
                boolean lives = open.stream()
                        .anyMatch(one -> IncidentId.of(one).toString().equals(selected));
                kept += lives && selected().equals(selected) ? 1 : 0;
                if (lives && !selected().equals(selected)) {
                    System.out.println("the selection was lost at beat " + beats);
                }
            }
            over = true;
            pinging.join();
            report(kept);
        }
    }

    private void tell() {
        List<IncidentObject> added = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME && told < INCIDENTS; i++) {
            String id = Integer.toString(++told);
            added.add(Some.incident(
                    id,
                    "red",
                    "scan",
                    Optional.of(Some.process("worm" + id + ".exe", 5_000 + told)),
                    "reported",
                    List.of(445)));
        }
        List<String> removed = new ArrayList<>();
        while (open.size() + added.size() > TOLD) {
            removed.add(open.remove(0).key());
        }
        open.replaceAll(one -> Some.grown(one, one.totalAttempts() + 11, "open"));
        List<IncidentObject> grown = List.copyOf(open);
        open.addAll(added);
        service.say(
                told == AT_A_TIME ? Some.whole("incidents", added) : Some.change("incidents", added, grown, removed));
    }

    private void noteBalloon(AWTEvent event) {
        if (event.getID() == ComponentEvent.COMPONENT_SHOWN
                && event.getSource() instanceof Window window
                && window.getClass().getName().contains("Balloon")) {
            balloons.add(System.nanoTime());
        }
    }

    private void ping() {
        try {
            while (!over) {
                long asked = System.nanoTime();
                EventQueue.invokeAndWait(() -> latencies.add(System.nanoTime() - asked));
                TimeUnit.MILLISECONDS.sleep(PING_MILLIS);
            }
        } catch (InterruptedException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String selected() throws InvocationTargetException, InterruptedException {
        String[] key = {""};
        EventQueue.invokeAndWait(() -> {
            PlainTable table = incidents();
            key[0] = table.getSelectedRow() < 0 ? "" : ((IncidentsModel) table.getModel()).key(table.getSelectedRow());
        });
        return key[0];
    }

    /** Whether they are in the table already. */
    private static boolean selectOne() throws InvocationTargetException, InterruptedException {
        boolean[] done = {false};
        EventQueue.invokeAndWait(() -> {
            done[0] = incidents().getRowCount() == AT_A_TIME;
            if (done[0]) {
                incidents().selectAndShow(AT_A_TIME / 2);
            }
        });
        return done[0];
    }

    private static void scrollToTheEnd() {
        JTable table = incidents();
        table.scrollRectToVisible(new Rectangle(0, table.getHeight() - 1, 1, 1));
    }

    private static PlainTable incidents() {
        return Arrays.stream(Window.getWindows())
                .flatMap(window -> tables(window).stream())
                .filter(table -> table.getModel() instanceof IncidentsModel)
                .findFirst()
                .orElseThrow();
    }

    private static List<PlainTable> tables(Container container) {
        List<PlainTable> found = new ArrayList<>();
        for (Component component : container.getComponents()) {
            if (component instanceof PlainTable table) {
                found.add(table);
            } else if (component instanceof Container inner) {
                found.addAll(tables(inner));
            }
        }
        return found;
    }

    private void report(int kept) {
        long closest = Long.MAX_VALUE;
        for (int i = 1; i < balloons.size(); i++) {
            closest = Math.min(closest, balloons.get(i) - balloons.get(i - 1));
        }
        System.out.printf(
                Locale.ROOT,
                "%d incidents in %d s   %d balloons, the closest two %.1f s apart%n",
                told,
                INCIDENTS / AT_A_TIME * BEAT_MILLIS / 1_000,
                balloons.size(),
                balloons.size() < 2 ? 0 : closest / 1e9);
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "from an event to its turn, %d of them   median %.1f ms, 99th percentile %.1f ms, most %.1f ms%n",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6,
                sorted[sorted.length - 1] / 1e6);
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "the selected one stayed selected for %d tellings; heap after a collection %.1f MiB%n",
                kept,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_048_576.0);
    }
}
