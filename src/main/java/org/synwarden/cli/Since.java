package org.synwarden.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.history.LogLineException;
import org.synwarden.history.LogMoment;
import org.synwarden.history.LogTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time in the past: so long ago, or a date and time as {@link LogTime} reads them.
 *
 * @param at the instant
 */
record Since(Instant at) {
    /** Reads {@code 30m}, {@code 2h}, {@code 7d}, {@code 2026-03-14 09:26} or {@code all}. */
    static final class Converter implements ITypeConverter<Since> {
        private static final Pattern AGO = Pattern.compile("([1-9][0-9]{0,3})\\s?([mhd])");

        private final Clock clock;

        Converter() {
            this(Clock.system(ZoneId.systemDefault()));
        }

        Converter(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Since convert(String text) {
            Matcher ago = AGO.matcher(text);
            if (text.equals("all")) {
                return new Since(Instant.EPOCH);
            }
            if (ago.matches()) {
                long count = Long.parseLong(ago.group(1));
                Duration span = switch (ago.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                };
                return new Since(clock.instant().minus(span));
            }
            try {
                return new Since(LogMoment.of(LogTime.parse(text), clock.instant(), clock.getZone())
                        .from());
            } catch (LogLineException e) {
                throw new TypeConversionException(
                        "'" + Terminal.plain(text) + "' is no time: say 30m, 2h, 7d, all, or as 2026-03-14 09:26");
            }
        }
    }
}
