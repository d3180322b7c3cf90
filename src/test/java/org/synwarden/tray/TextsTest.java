package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/synwarden/tray");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)*)\"");

    private final ResourceBundle bundle = ResourceBundle.getBundle("org.synwarden.tray.messages", Locale.ROOT);

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        return literals;
    }

    @Test
    void everyTextIsUsed() throws IOException {
        assertThat(literals()).containsAll(bundle.keySet());
    }

    @Test
    void everyKeyInTheCodeHasItsText() throws IOException {
        Set<String> families = new TreeSet<>();
        bundle.keySet().stream().filter(key -> key.contains(".")).forEach(key -> families.add(family(key)));

        assertThat(literals())
                .filteredOn(literal -> literal.contains(".") && families.contains(family(literal)))
                .isSubsetOf(bundle.keySet());
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() {
        for (String key : bundle.keySet()) {
            String filled = new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(new Object[] {2, 3, 4});
            assertThat(filled).as(key).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void oneIsSaidDifferentlyFromMany() {
        Texts texts = new Texts(Locale.ENGLISH);

        assertThat(texts.of("status.rows", 0)).isEqualTo("no connections");
        assertThat(texts.of("status.rows", 1)).isEqualTo("one connection");
        assertThat(texts.of("status.rows", 10_000)).isEqualTo("10,000 connections");
    }

    @Test
    void everyTextIsThereInJapaneseAndSaysAsMuch() throws IOException {
        Properties english = properties("messages.properties");
        Properties japanese = properties("messages_ja.properties");

        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            String filled = new MessageFormat(japanese.getProperty(key), Locale.JAPAN).format(new Object[] {2, 3, 4});
            assertThat(filled).as(key).isNotBlank().doesNotContain("{");
        }
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/org/synwarden/tray", name))) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void englishIsEnglishOnAJapaneseSystem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            assertThat(new Texts(Locale.ENGLISH).of("tray.open")).isEqualTo("Open");
            assertThat(new Texts(Locale.FRENCH).of("tray.open")).isEqualTo("Open");
            assertThat(new Texts(Locale.JAPAN).of("tray.open")).isEqualTo("開く");
        } finally {
            Locale.setDefault(before);
        }
    }
}
