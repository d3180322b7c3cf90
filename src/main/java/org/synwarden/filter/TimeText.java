package org.synwarden.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as Wireshark reads them: {@code 2026-01-31 13:00:00.5}, with T between, with Z, UTC or an offset behind, or
 * {@code Jan 31, 2026 13:00:00.5}; a date alone is its first moment.
 */
final class TimeText {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{4})-(\\d{2})-(\\d{2})|([A-Z][a-z]{2}) {1,2}(\\d{1,2}), (\\d{4}))"
                    + "(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?(?: ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?");
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private TimeText() {}

    /** The moment that the text names; empty when it names none. */
    static Optional<Instant> parse(String text, ZoneId zone) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(date(form), time(form));
            return Optional.of(local.atZone(zone(form.group(11), zone)).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static LocalDate date(Matcher form) {
        if (form.group(1) != null) {
            return LocalDate.of(number(form.group(1)), number(form.group(2)), number(form.group(3)));
        }
        int place = MONTHS.indexOf(form.group(4));
        int month = place % 3 == 0 ? place / 3 + 1 : 0;
        return LocalDate.of(number(form.group(6)), month, number(form.group(5)));
    }

    private static LocalTime time(Matcher form) {
        String fraction = form.group(10) == null ? "" : form.group(10);
        int nanoseconds = number((fraction + "000000000").substring(0, 9));
        return LocalTime.of(number(form.group(7)), number(form.group(8)), number(form.group(9)), nanoseconds);
    }

    private static ZoneId zone(String written, ZoneId otherwise) {
        if (written == null) {
            return otherwise;
        }
        return written.startsWith("Z") || written.startsWith("U") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
