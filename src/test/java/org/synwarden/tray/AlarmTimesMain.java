package org.synwarden.tray;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.synwarden.lab.Scene;
import org.synwarden.lab.Seen;
import org.synwarden.lab.TrayStage;
import org.synwarden.lab.WatchedClient;

/**
 * How long the user waits: from the start of {@code ./synwarden tray} to its icon, and from the SYN by which a worm is judged, the
 * sixth, to the balloon, with the real service. Argument: how often. Needs root. Run by {@code bench/tray alarm}.
 */
public final class AlarmTimesMain {
    private AlarmTimesMain() {}

    /** Prints each time and the median of all. */
    public static void main(String[] arguments) throws IOException {
        int times = Integer.parseInt(arguments[0]);
        long[] icon = new long[times];
        long[] balloon = new long[times];
        for (int i = 0; i < times; i++) {
            try (TrayStage stage = TrayStage.open(Files.createTempDirectory("synwarden-alarm"))) {
                icon[i] = toIcon(stage);
                balloon[i] = toBalloon(stage);
            }
        }
        print("from the start to the icon", icon);
        print("from the sixth connect to the balloon", balloon);
    }

    private static long toIcon(TrayStage stage) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Path.of("synwarden").toAbsolutePath().toString(), "tray").inheritIO();
        builder.environment().put("DISPLAY", stage.screen().display());
        builder.environment()
                .put(
                        "XDG_CONFIG_HOME",
                        Files.createTempDirectory("synwarden-alarm").toString());
        long began = System.nanoTime();
        Process client = builder.start();
        try {
            Scene.await("the icon", () -> stage.screen().icon().isPresent());
            return (System.nanoTime() - began) / 1_000_000;
        } finally {
            client.destroy();
            Scene.await("the icon is gone", () -> stage.screen().icon().isEmpty());
        }
    }

    /** The client is looked at ten times a second, so a tenth of a second of it may be the looking. */
    private static long toBalloon(TrayStage stage) throws IOException {
        WatchedClient client = stage.startClient();
        Scene.await("the icon", () -> stage.screen().icon().isPresent());
        client.awaitLookAfter(2_000); // connected, and as idle as after a log-on
        BufferedReader dialled = stage.startWorm().inputReader();
        String line = dialled.readLine();
        while (line != null && !line.startsWith("sixth ")) {
            line = dialled.readLine();
        }
        if (line == null) {
            throw new IOException("the worm does not dial");
        }
        Texts texts = new Texts(Locale.ENGLISH);
        String told = texts.of("behaviour.scan", TrayStage.WORM, texts.of("ports.one", "445"));
        Scene.await("the balloon", () -> client.seen().stream().anyMatch(seen -> isBalloon(seen, told)));
        return client.seenAt() - Long.parseLong(line.substring(6));
    }

    private static boolean isBalloon(Seen seen, String told) {
        return seen.is("label", told);
    }

    private static void print(String what, long[] millis) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT, "%-38s median %d ms, of %s%n", what, sorted[sorted.length / 2], Arrays.toString(millis));
    }
}
