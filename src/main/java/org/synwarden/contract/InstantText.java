package org.synwarden.contract;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as the contract writes them: RFC 3339, UTC, always nine decimals, so that texts sort as instants do. */
final class InstantText {
    private InstantText() {}

    // By hand: java.time.format costs more at the start than a first line may take.
    static String format(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            throw new IllegalArgumentException("RFC 3339 knows the years 0 to 9999, not " + utc.getYear());
        }
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
