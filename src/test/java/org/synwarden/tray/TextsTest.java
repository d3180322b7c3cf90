package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/synwarden/tray");
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
}
