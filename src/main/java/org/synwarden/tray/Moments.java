package org.synwarden.tray;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants in the user's time zone and language. Pure; any thread. */
final class Moments {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?Z");

    private final DateTimeFormatter full;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    Moments(Locale locale, ZoneId zone) {
        this.full = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .withZone(zone);
    }

    /** Day and time, to the second. */
    String full(Instant at) {
        return full.format(at);
    }

    /** The time of that day, to the second. */
    String time(Instant at) {
        return time.format(at);
    }

    /** The day alone, with its weekday. */
    String day(Instant at) {
        return day.format(at);
    }

    /** The service's sentence with each instant in it as the user reads it. */
    String inText(String sentence) {
        Matcher instants = INSTANT.matcher(sentence);
        return instants.replaceAll(
                found -> Matcher.quoteReplacement(read(found).map(this::full).orElse(found.group())));
    }

    /** The first instant in the service's sentence. */
    static Optional<Instant> firstIn(String sentence) {
        return INSTANT.matcher(sentence).results().findFirst().flatMap(Moments::read);
    }

    /** The last instant in the service's sentence. */
    static Optional<Instant> lastIn(String sentence) {
        return INSTANT.matcher(sentence)
                .results()
                .reduce((earlier, later) -> later)
                .flatMap(Moments::read);
    }

    private static Optional<Instant> read(MatchResult found) {
        try {
            return Optional.of(Instant.parse(found.group()));
        } catch (DateTimeParseException impossibleDate) {
            return Optional.empty();
        }
    }
}
