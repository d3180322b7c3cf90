package org.synwarden.tray;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The client's words in the user's language, from {@code messages.properties} (English) and
 * {@code messages_ja.properties}. Arguments are inserted as they are and
 * never read as patterns. Ports and process ids go in as text, counts as numbers (they get the language's grouping).
 * Any thread.
 */
final class Texts {
    private static final String BUNDLE = "org.synwarden.tray.messages";

    /** Whoever wants English on a Japanese system gets it: without this, the system's language comes before it. */
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter time;
    private final DateTimeFormatter dateAndTime;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_OTHERWISE);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        this.dateAndTime =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(locale);
    }

    /** The text of that key with its arguments filled in. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** When it was: the time of day if that is today, else with its date; in this computer's zone. */
    String timeOfDay(Instant at) {
        ZonedDateTime local = at.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now(local.getZone()));
        return (today ? time : dateAndTime).format(local);
    }

    Locale locale() {
        return locale;
    }
}
