package org.synwarden.tray;

import java.util.Locale;

/** Which language the user has chosen. */
enum Language {
    /** That of the operating system, or English where there are no words in it. */
    SYSTEM,
    ENGLISH,
    JAPANESE;

    static final UserSetting<Language> SETTING = UserSetting.choice("language", SYSTEM);

    /** The language, where the operating system has that one. Dates and numbers stay as the system writes them in English. */
    Locale locale(Locale ofSystem) {
        return switch (this) {
            case SYSTEM -> ofSystem;
            case ENGLISH -> ofSystem.getLanguage().equals("en") ? ofSystem : Locale.ENGLISH;
            case JAPANESE -> Locale.JAPAN;
        };
    }
}
