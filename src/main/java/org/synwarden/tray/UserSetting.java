package org.synwarden.tray;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One thing that is remembered for this user. A value that cannot be read, or is out of its bounds, is none. Immutable.
 *
 * @param key lower-case words with points and hyphens, as it stands in the file
 * @param standard what holds until the user chooses something else
 * @param reading makes the value of its text; empty where it is none
 * @param writing makes the text of the value, one line
 */
record UserSetting<T>(String key, T standard, Function<String, Optional<T>> reading, Function<T, String> writing) {
    private static final int MOST_WORDS = 64;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.:_-]{1,64}");

    /** True or false. */
    static UserSetting<Boolean> flag(String key, boolean standard) {
        return new UserSetting<>(
                key,
                standard,
                text -> text.equals("true") || text.equals("false")
                        ? Optional.of(text.equals("true"))
                        : Optional.empty(),
                String::valueOf);
    }

    /** A whole number from {@code least} to {@code most}. */
    static UserSetting<Integer> number(String key, int standard, int least, int most) {
        return new UserSetting<>(key, standard, text -> number(text, least, most), String::valueOf);
    }

    private static Optional<Integer> number(String text, int least, int most) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(value -> value >= least && value <= most);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** One of the values of an enum, written in lower case with hyphens. */
    static <E extends Enum<E>> UserSetting<E> choice(String key, E standard) {
        return new UserSetting<>(
                key,
                standard,
                text -> Arrays.stream(standard.getDeclaringClass().getEnumConstants())
                        .filter(value -> word(value).equals(text))
                        .findFirst(),
                UserSetting::word);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** At most 64 words of letters, digits and {@code . : _ -}, such as the names and widths of columns. */
    static UserSetting<List<String>> words(String key, List<String> standard) {
        return new UserSetting<>(key, List.copyOf(standard), UserSetting::words, list -> String.join(" ", list));
    }

    private static Optional<List<String>> words(String text) {
        List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" ", MOST_WORDS + 1));
        return Optional.of(words)
                .filter(list -> list.size() <= MOST_WORDS
                        && list.stream().allMatch(word -> WORD.matcher(word).matches()));
    }

    /** Any one line of at most {@code longest} characters, such as a filter. */
    static UserSetting<String> line(String key, String standard, int longest) {
        return new UserSetting<>(
                key,
                standard,
                text -> Optional.of(text)
                        .filter(line -> line.length() <= longest && line.chars().noneMatch(Character::isISOControl)),
                Function.identity());
    }
}
