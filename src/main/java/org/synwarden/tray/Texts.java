package org.synwarden.tray;

import java.text.MessageFormat;
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

    Locale locale() {
        return locale;
    }
}
