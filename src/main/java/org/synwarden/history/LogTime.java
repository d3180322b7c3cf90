package org.synwarden.history;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A time as it is written in a log line, which may leave open what year, day or zone it means; {@link LogMoment} decides.
 *
 * @param days the day, or both that it may be when day and month may change places; none where only a time is written
 * @param year absent where it is not written
 * @param time the time of day, its seconds 0 where they are not written
 * @param toTheMinute whether seconds are not written
 * @param offset from UTC, where one is written
 * @param zone the name of a time zone that is written and not known, such as CST, which stands for several
 */
public record LogTime(
        List<MonthDay> days,
        OptionalInt year,
        LocalTime time,
        boolean toTheMinute,
        Optional<ZoneOffset> offset,
        Optional<String> zone) {

    /**
     * Reads a text that is a time and nothing else: {@code 15:38}, {@code 15:38:09.544}, {@code 3:38 PM}, with a date before
     * or after it as {@code 2005-08-21}, {@code 08/21/2005}, {@code 21.8.2005} or {@code Aug 21 2005}, the year of the last
     * one optional, and {@code Z}, {@code UTC}, {@code +09:00} or {@code -0500}.
     *
     * @throws LogLineException when it is not
     */
    public static LogTime parse(String text) throws LogLineException {
        return StampText.whole(text);
    }

    /** The last time with a date, or the time of day at its beginning, in what stands before a log's message. */
    static Optional<LogTime> last(String head) throws LogLineException {
        return StampText.last(head);
    }
}
