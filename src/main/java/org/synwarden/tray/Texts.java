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
 * The client's words in the user's language, from {@code messages.properties}. Arguments are inserted as they are and
 * never read as patterns. Ports and process ids go in as text, counts as numbers (they get the language's grouping).
 * Any thread.
 */
final class Texts {
    private static final String BUNDLE = "org.synwarden.tray.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    /** The text of that key with its arguments filled in. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** When it was: the time of day if that is today, else with its date; in this computer's zone. */
    String timeOfDay(Instant at) {
        ZonedDateTime local = at.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate().equals(LocalDate.now(local.getZone()));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        return format.withLocale(locale).format(local);
    }

    Locale locale() {
        return locale;
    }
}
