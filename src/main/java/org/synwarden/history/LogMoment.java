package org.synwarden.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When it was that a {@link LogTime} means. Of several days, years and hours that it may mean the one nearest to now is
 * taken; where no year is written none of the future is, but for a clock that is up to a day ahead, and where no date is up
 * to ten minutes.
 *
 * @param from the first instant that it covers
 * @param to the last one: a minute later where no seconds are written, else a second
 * @param notes what was decided for it, each one a sentence for people
 */
public record LogMoment(Instant from, Instant to, List<String> notes) {
    private static final int YEARS_BACK = 8;
    private static final Duration DATE_AHEAD = Duration.ofDays(1);
    private static final Duration TIME_AHEAD = Duration.ofMinutes(10);

    /** A local time with an offset that it can have. */
    private record Candidate(LocalDateTime local, ZoneOffset offset) {
        Instant instant() {
            return local.toInstant(offset);
        }
    }

    /**
     * Decides.
     *
     * @param zone where the router is taken to be when the line does not say
     * @throws LogLineException when there is no such day
     */
    public static LogMoment of(LogTime time, Instant now, ZoneId zone) throws LogLineException {
        try {
            Instant latest = now.plus(time.days().isEmpty() ? TIME_AHEAD : DATE_AHEAD);
            Candidate nearest = candidates(time, now, zone).stream()
                    .filter(candidate ->
                            time.year().isPresent() || !candidate.instant().isAfter(latest))
                    .min(Comparator.comparing(candidate ->
                            Duration.between(candidate.instant(), now).abs()))
                    .orElseThrow(() -> new LogLineException("there is no such day as " + time.days()));
            Instant from = nearest.instant();
            Duration covered = time.toTheMinute() ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
            return new LogMoment(from, from.plus(covered), notes(time, nearest, zone));
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new LogLineException("no clock shows such a time");
        }
    }

    private static List<Candidate> candidates(LogTime time, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(
                now, time.offset().<ZoneId>map(offset -> offset).orElse(zone));
        List<Candidate> candidates = new ArrayList<>();
        for (LocalDate day : days(time, today)) {
            LocalDateTime local = day.atTime(time.time());
            for (ZoneOffset offset : offsets(time.offset(), local, zone)) {
                candidates.add(new Candidate(local, offset));
            }
        }
        return candidates;
    }

    private static List<LocalDate> days(LogTime time, LocalDate today) {
        if (time.days().isEmpty()) {
            return List.of(today.minusDays(1), today, today.plusDays(1));
        }
        List<LocalDate> days = new ArrayList<>();
        int last = time.year().orElse(today.getYear() + 1);
        int first = time.year().orElse(today.getYear() - YEARS_BACK);
        for (MonthDay day : time.days()) {
            for (int year = first; year <= last; year++) {
                if (day.isValidYear(year)) {
                    days.add(day.atYear(year));
                }
            }
        }
        return days;
    }

    private static List<ZoneOffset> offsets(Optional<ZoneOffset> written, LocalDateTime local, ZoneId zone) {
        if (written.isPresent()) {
            return List.of(written.get());
        }
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        return valid.isEmpty() ? List.of(zone.getRules().getOffset(local)) : valid;
    }

    private static List<String> notes(LogTime time, Candidate taken, ZoneId zone) {
        List<String> notes = new ArrayList<>();
        if (time.days().size() > 1) {
            notes.add("the date can be read two ways; " + taken.local().toLocalDate() + " is nearer to now");
        }
        if (time.zone().isPresent()) {
            notes.add("the zone " + time.zone().get() + " is not known; the time was read in " + zone
                    + ": say otherwise with --zone");
        }
        boolean twice = time.offset().isEmpty()
                && zone.getRules().getValidOffsets(taken.local()).size() > 1;
        if (twice) {
            notes.add("the clock showed that time twice; the one at " + taken.offset() + " was taken");
        }
        return notes;
    }
}
