package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.synwarden.contract.PlainText;
import org.tomlj.Toml;
import org.tomlj.TomlArray;

/** What may stand behind an option's equals sign. */
sealed interface SettingType<T> {
    /**
     * The value that TOML has read (https://toml.io/en/v1.0.0): a {@link Long}, {@link Boolean}, {@link String},
     * {@link TomlArray} or something else.
     *
     * @throws IllegalArgumentException when it is not of this type or out of its bounds; the message says what is wanted
     */
    T read(Object value);

    /** The value as TOML writes it. */
    String toml(T value);

    /** What is allowed, with its unit: one line. */
    String bounds();

    /** What a value of another type is told. */
    private static IllegalArgumentException wanted(String what, Object value) {
        return new IllegalArgumentException(what + " is wanted, not " + shown(value));
    }

    private static String shown(Object value) {
        return value instanceof String text ? PlainText.shown(text) : kind(value);
    }

    private static String kind(Object value) {
        return value instanceof Long || value instanceof Boolean || value instanceof Double
                ? String.valueOf(value)
                : value instanceof TomlArray ? "a list" : "a table or a date";
    }

    /** A whole number. */
    record WholeNumber(int least, int most, String unit) implements SettingType<Integer> {
        @Override
        public Integer read(Object value) {
            if (!(value instanceof Long number)) {
                throw wanted("a whole number", value);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException(number + " is not " + bounds());
            }
            return number.intValue();
        }

        @Override
        public String toml(Integer value) {
            return Integer.toString(value);
        }

        @Override
        public String bounds() {
            return String.format(Locale.ROOT, "%,d to %,d %s", least, most, unit);
        }
    }

    /** Yes or no. */
    record Flag() implements SettingType<Boolean> {
        @Override
        public Boolean read(Object value) {
            if (!(value instanceof Boolean flag)) {
                throw wanted("true or false", value);
            }
            return flag;
        }

        @Override
        public String toml(Boolean value) {
            return value.toString();
        }

        @Override
        public String bounds() {
            return "true or false";
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements SettingType<String> {
        @Override
        public String read(Object value) {
            if (!(value instanceof String word) || !words.contains(word)) {
                throw wanted(bounds(), value);
            }
            return word;
        }

        @Override
        public String toml(String value) {
            return quoted(value);
        }

        @Override
        public String bounds() {
            return "one of " + words.stream().map(SettingType::quoted).collect(Collectors.joining(", "));
        }
    }

    /**
     * A list of texts that each mean something.
     *
     * @param meaning what a text means; what means nothing is an {@link IllegalArgumentException}
     * @param text how it is written
     * @param allowed what a text may be, for people
     */
    record Texts<E>(int least, int most, Function<String, E> meaning, Function<E, String> text, String allowed)
            implements SettingType<List<E>> {
        @Override
        public List<E> read(Object value) {
            if (!(value instanceof TomlArray array)) {
                throw wanted("a list", value);
            }
            if (array.size() < least || array.size() > most) {
                throw new IllegalArgumentException(
                        "a list of " + least + " to " + most + " is wanted, not of " + array.size());
            }
            List<E> read = new ArrayList<>();
            for (Object element : array.toList()) {
                if (!(element instanceof String word)) {
                    throw wanted("a list of texts", element);
                }
                read.add(meaning(word));
            }
            Collection<E> distinct = new LinkedHashSet<>(read);
            if (distinct.size() < read.size()) {
                throw new IllegalArgumentException("the list holds something twice");
            }
            return List.copyOf(read);
        }

        private E meaning(String word) {
            try {
                return meaning.apply(word);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(shown(word) + " is none of these: " + allowed, e);
            }
        }

        @Override
        public String toml(List<E> value) {
            return value.stream().map(text).map(SettingType::quoted).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public String bounds() {
            return "a list of " + least + " to " + most + ": " + allowed;
        }

        /** A list of some of these words. */
        static <E> Texts<E> of(int least, List<E> all, Function<E, String> text) {
            Function<String, E> meaning = word -> {
                Optional<E> known =
                        all.stream().filter(one -> text.apply(one).equals(word)).findFirst();
                return known.orElseThrow(IllegalArgumentException::new);
            };
            String allowed = all.stream().map(text).map(SettingType::quoted).collect(Collectors.joining(", "));
            return new Texts<>(least, all.size(), meaning, text, allowed);
        }
    }

    private static String quoted(String text) {
        return "\"" + Toml.tomlEscape(text) + "\"";
    }
}
