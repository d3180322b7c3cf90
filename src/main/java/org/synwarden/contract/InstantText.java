package org.synwarden.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants as the contract writes them: RFC 3339, UTC, always nine decimals, so that texts sort as instants do. */
final class InstantText {
    /** The first moment of the year 0, in seconds since the epoch. */
    private static final long BEGIN = -62_167_219_200L;

    /** The first moment of the year 10000. */
    private static final long END = 253_402_300_800L;

    private InstantText() {}

    /** The instant that the text names; empty when it names none that could be written again. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(InstantText::isKnown);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(Instant instant) {
        return instant.getEpochSecond() >= BEGIN && instant.getEpochSecond() < END;
    }

    // By hand: java.time.format costs more at the start than a first line may take.
    static String format(Instant instant) {
        if (!isKnown(instant)) {
            throw new IllegalArgumentException("RFC 3339 knows the years 0 to 9999: " + instant);
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(30);
        digits(text, utc.getYear(), 4);
        digits(text.append('-'), utc.getMonthValue(), 2);
        digits(text.append('-'), utc.getDayOfMonth(), 2);
        digits(text.append('T'), utc.getHour(), 2);
        digits(text.append(':'), utc.getMinute(), 2);
        digits(text.append(':'), utc.getSecond(), 2);
        digits(text.append('.'), utc.getNano(), 9);
        return text.append('Z').toString();
    }

    private static void digits(StringBuilder text, int value, int width) {
        String digits = Integer.toString(value);
        text.append("0".repeat(width - digits.length())).append(digits);
    }
}
