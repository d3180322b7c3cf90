package org.synwarden.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract as others rely on it: a line that changes here changes for everybody who reads {@code --json}. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path PAGE = Path.of("docs/json.md");

    static Stream<String> names() {
        return Samples.BY_GOLDEN_FILE.keySet().stream();
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GOLDEN.resolve(name + ".json")).strip();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWrittenAsEver(String name) throws IOException {
        assertThat(JsonCodec.write(Samples.BY_GOLDEN_FILE.get(name))).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadBackWhole(String name) throws IOException {
        assertThat(JsonCodec.read(golden(name))).isEqualTo(Samples.BY_GOLDEN_FILE.get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheExampleOnThePage(String name) throws IOException {
        assertThat(Files.readString(PAGE)).contains("\n" + golden(name) + "\n");
    }

    @Test
    void everyGoldenFileHasItsObject() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Samples.BY_GOLDEN_FILE.keySet());
        }
    }

    @Test
    void everyRecordHasAGoldenFile() {
        Set<Class<?>> shown =
                Samples.BY_GOLDEN_FILE.values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(ContractObject.class.getPermittedSubclasses());
    }

    @Test
    void everyFieldOfEveryRecordIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        List<Class<?>> records = Stream.concat(
                        Arrays.stream(ContractObject.class.getPermittedSubclasses()),
                        Stream.of(
                                ProcessObject.class,
                                ParentObject.class,
                                EndpointObject.class,
                                HeaderObject.class,
                                QuestionObject.class,
                                UseObject.class,
                                CulpritRateObject.class,
                                NatObject.class,
                                TallyObject.class,
                                CallerObject.class,
                                CounterObject.class))
                .toList();
        for (Class<?> type : records) {
            String title = type.getSimpleName()
                    .replace("Object", "")
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT);
            String section = page.substring(page.indexOf("\n## " + title + "\n") + 1);
            assertThat(section).as("a section about %s", title).startsWith("## " + title);
            int end = section.indexOf("\n## ");
            for (RecordComponent field : type.getRecordComponents()) {
                assertThat(end < 0 ? section : section.substring(0, end))
                        .as("the fields of %s", title)
                        .contains("| `" + field.getName() + "` |");
            }
        }
    }
}
