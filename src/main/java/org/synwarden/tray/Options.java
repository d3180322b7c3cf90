package org.synwarden.tray;

import java.util.List;
import java.util.function.Function;

/** What the user can choose once and for all, in words. One thread; draws nothing. */
final class Options {
    /**
     * One thing to choose.
     *
     * @param label what it is
     * @param values what there is to choose
     * @param word how a value is called
     */
    record Choice<E extends Enum<E>>(
            String label, List<E> values, Function<E, String> word, UserSetting<E> setting, UserSettings settings) {
        List<String> words() {
            return values.stream().map(word).toList();
        }

        /** Which of the words holds now; the first where none does. */
        int chosen() {
            return Math.max(0, values.indexOf(settings.get(setting)));
        }

        /** Remembers it; what holds already is nothing new, whether it was ever chosen or not. */
        void choose(int index) {
            if (index != chosen()) {
                settings.set(setting, values.get(index));
            }
        }
    }

    private final Texts texts;
    private final UserSettings settings;

    Options(Texts texts, UserSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    Choice<Theme> theme() {
        return new Choice<>(
                texts.of("options.theme"),
                List.of(Theme.values()),
                theme -> texts.of(key(theme)),
                Theme.SETTING,
                settings);
    }

    Choice<Language> language() {
        return new Choice<>(
                texts.of("options.language"),
                List.of(Language.values()),
                language -> texts.of(key(language)),
                Language.SETTING,
                settings);
    }

    Choice<Notifications> notifications() {
        return new Choice<>(
                texts.of("tray.notifications"),
                List.of(Notifications.values()),
                notifications -> texts.of(TrayMenuContent.key(notifications)),
                Notifications.SETTING,
                settings);
    }

    private static String key(Theme theme) {
        return switch (theme) {
            case SYSTEM -> "options.theme.system";
            case LIGHT -> "options.theme.light";
            case DARK -> "options.theme.dark";
        };
    }

    private static String key(Language language) {
        return switch (language) {
            case SYSTEM -> "options.language.system";
            case ENGLISH -> "options.language.english";
            case JAPANESE -> "options.language.japanese";
        };
    }
}
