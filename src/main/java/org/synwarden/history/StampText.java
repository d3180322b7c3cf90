package org.synwarden.history;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms in which logs write a time: RFC 3339, RFC 3164 section 4.1.2 with and without a year, Cisco's ({@code *Aug 21
 * 15:38:09.544 CST}), RouterOS's ({@code aug/21/2005 15:38:09}) and dates in numbers.
 */
final class StampText {
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec ";
    private static final String MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final String ISO = "(?<isoYear>\\d{4})[-/](?<isoMonth>\\d{1,2})[-/](?<isoDay>\\d{1,2})";
    private static final String NUMBERS = "(?<one>\\d{1,2})(?<separator>[/.-])(?<two>\\d{1,2})[/.-](?<year>\\d{4})";
    private static final String MONTH_FIRST =
            MONTH + "[ /-]{1,2}(?<day>\\d{1,2})(?:,?[ /-](?<monthYear>\\d{4})(?=[ T,]))?";
    private static final String DAY_FIRST =
            "(?<dayBefore>\\d{1,2})[ /-]" + MONTH.replace("month", "monthAfter") + "(?:[ /-](?<yearAfter>\\d{4}))?";
    private static final String TIME = "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})"
            + "(?:[.,](?<fraction>\\d{1,9})\\d{0,9})?)?(?: ?(?<half>[AP])M)?";
    private static final String ZONE =
            "(?: ?(?<offset>Z|[+-]\\d{2}:?\\d{2})(?![0-9A-Za-z])| (?<zone>[A-Z]{2,5})(?![0-9A-Za-z]))?";
    private static final String DATE = "(?:" + ISO + "|" + NUMBERS + "|" + MONTH_FIRST + "|" + DAY_FIRST + ")";
    private static final String BEGIN = "(?<![0-9A-Za-z.])";
    private static final String END = "(?![0-9])";

    private static final Pattern DATED =
            Pattern.compile(BEGIN + DATE + "(?:T|,? |:)" + TIME + END + ZONE, Pattern.CASE_INSENSITIVE);
    private static final Pattern DATED_LAST =
            Pattern.compile(TIME + ZONE + ",? (?:on )?" + DATE.replace("(?=[ T,])", ""), Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_ONLY = Pattern.compile(TIME + END + ZONE, Pattern.CASE_INSENSITIVE);

    /** A priority (RFC 3164) or the number of a row, which may stand before a time of day. */
    private static final Pattern BEFORE_TIME = Pattern.compile("\\s{0,8}(?:<\\d{1,3}>|\\d{1,7}\\s)?\\s{0,8}");

    private StampText() {}

    static LogTime whole(String text) throws LogLineException {
        for (Pattern form : List.of(DATED, TIME_ONLY, DATED_LAST)) {
            Matcher stamp = form.matcher(text);
            if (stamp.matches()) {
                return time(stamp, form != TIME_ONLY);
            }
        }
        throw new LogLineException(LogLineException.quoted(text) + " is no time");
    }

    static Optional<LogTime> last(String head) throws LogLineException {
        Matcher dated = DATED.matcher(head);
        Optional<LogTime> last = Optional.empty();
        while (dated.find()) {
            last = Optional.of(time(dated, true));
        }
        if (last.isPresent()) {
            return last;
        }
        Matcher before = BEFORE_TIME.matcher(head);
        Matcher time = TIME_ONLY.matcher(head);
        boolean first = before.lookingAt() && time.find(before.end()) && time.start() == before.end();
        return first ? Optional.of(time(time, false)) : Optional.empty();
    }

    private static LogTime time(Matcher stamp, boolean dated) throws LogLineException {
        try {
            return new LogTime(
                    dated ? days(stamp) : List.of(),
                    dated ? year(stamp) : OptionalInt.empty(),
                    timeOfDay(stamp),
                    stamp.group("second") == null,
                    offset(stamp),
                    zone(stamp));
        } catch (DateTimeException impossible) {
            throw new LogLineException(LogLineException.quoted(stamp.group()) + " is no time");
        }
    }

    private static List<MonthDay> days(Matcher stamp) {
        if (stamp.group("isoYear") != null) {
            return List.of(MonthDay.of(number(stamp, "isoMonth"), number(stamp, "isoDay")));
        }
        if (stamp.group("month") != null) {
            return List.of(MonthDay.of(month(stamp.group("month")), number(stamp, "day")));
        }
        if (stamp.group("monthAfter") != null) {
            return List.of(MonthDay.of(month(stamp.group("monthAfter")), number(stamp, "dayBefore")));
        }
        int one = number(stamp, "one");
        int two = number(stamp, "two");
        boolean dayFirst = stamp.group("separator").equals(".") || one > 12;
        if (dayFirst || two > 12 || one == two) {
            return List.of(dayFirst ? MonthDay.of(two, one) : MonthDay.of(one, two));
        }
        return List.of(MonthDay.of(one, two), MonthDay.of(two, one));
    }

    private static OptionalInt year(Matcher stamp) {
        for (String name : List.of("isoYear", "year", "monthYear", "yearAfter")) {
            if (stamp.group(name) != null) {
                return OptionalInt.of(number(stamp, name));
            }
        }
        return OptionalInt.empty();
    }

    private static LocalTime timeOfDay(Matcher stamp) {
        int hour = number(stamp, "hour");
        String half = stamp.group("half");
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
        }
        int second = stamp.group("second") == null ? 0 : number(stamp, "second");
        String fraction = stamp.group("fraction");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(hour, number(stamp, "minute"), second, nanos);
    }

    private static Optional<ZoneOffset> offset(Matcher stamp) {
        String written = stamp.group("offset");
        if (written != null) {
            return Optional.of(written.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(written));
        }
        return isUtc(stamp) ? Optional.of(ZoneOffset.UTC) : Optional.empty();
    }

    private static Optional<String> zone(Matcher stamp) {
        return Optional.ofNullable(stamp.group("zone")).filter(name -> !isUtc(stamp));
    }

    private static boolean isUtc(Matcher stamp) {
        String name = stamp.group("zone");
        return name != null && (name.equalsIgnoreCase("UTC") || name.equalsIgnoreCase("GMT"));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT) + " ") / 4 + 1;
    }

    private static int number(Matcher stamp, String name) {
        return Integer.parseInt(stamp.group(name));
    }
}
