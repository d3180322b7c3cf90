package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.NatObject;

/**
 * How much of the router's table this PC holds, in words and as a share.
 *
 * @param title what is measured, and how serious it is
 * @param entries how many of how many
 * @param pace when it is full; empty where it would not be
 * @param percent 0 to 100: what is more is no more than full
 * @param mark the colour of its seriousness; none while all is well
 */
record NatPicture(String title, String entries, String pace, int percent, Optional<Dot> mark) {
    private static final int MINUTE = 60;
    private static final int IN_SECONDS = 2 * MINUTE;
    private static final int FULL = 100;

    static NatPicture of(Texts texts, NatObject nat) {
        long percent = FULL * nat.entries() / nat.capacity();
        String severity = nat.severity().orElse("");
        return new NatPicture(
                switch (severity) {
                    case "amber" -> texts.of("nat.title.amber");
                    case "red" -> texts.of("nat.title.red");
                    default -> texts.of("nat.title");
                },
                texts.of("nat.entries", nat.entries(), nat.capacity(), percent),
                nat.overflowSeconds().map(seconds -> pace(texts, seconds)).orElse(""),
                (int) Math.min(FULL, percent),
                switch (severity) {
                    case "amber" -> Optional.of(Dot.AMBER);
                    case "red" -> Optional.of(Dot.RED);
                    default -> Optional.empty();
                });
    }

    private static String pace(Texts texts, int seconds) {
        return seconds < IN_SECONDS
                ? texts.of("nat.full.seconds", seconds)
                : texts.of("nat.full.minutes", Math.round(seconds / (double) MINUTE));
    }
}
