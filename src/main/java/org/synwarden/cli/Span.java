package org.synwarden.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long a block is to stand.
 *
 * @param time by the clock; empty for no such end
 * @param untilRestart whether the PC's next start ends it
 */
record Span(Optional<Duration> time, boolean untilRestart) {
    static final Span FOR_GOOD = new Span(Optional.empty(), false);

    /** Reads {@code 90m}, {@code 1h}, {@code 2d}, {@code until restart} or {@code for good}. */
    static final class Converter implements ITypeConverter<Span> {
        private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})\\s*([mhd])");

        @Override
        public Span convert(String text) {
            String plain = text.strip().toLowerCase(Locale.ROOT);
            if (plain.equals("for good") || plain.equals("good")) {
                return FOR_GOOD;
            }
            if (plain.equals("until restart") || plain.equals("restart")) {
                return new Span(Optional.empty(), true);
            }
            Matcher parts = TIME.matcher(plain);
            if (!parts.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is no time: say 30m, 1h, 2d, 'until restart' or 'for good'");
            }
            long count = Long.parseLong(parts.group(1));
            Duration time = switch (parts.group(2)) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(Math.min(count, 3_650));
            };
            return new Span(Optional.of(time), false);
        }
    }
}
