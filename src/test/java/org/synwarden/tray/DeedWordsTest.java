package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SomeRules;

/** Whatever is done, the user is told beforehand what will happen and to what, and afterwards what has happened. */
class DeedWordsTest {
    private static final String PATH = "C:\\Program Files\\notepad++.exe";
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static ProcessObject notepad() {
        Instant today = LocalDate.now(ZoneId.systemDefault())
                .atTime(LocalTime.of(15, 2))
                .atZone(ZoneId.systemDefault())
                .toInstant();
        return new ProcessObject(
                4_312,
                "1",
                "notepad++.exe",
                Optional.of(PATH),
                Optional.empty(),
                Optional.empty(),
                Optional.of("9f".repeat(32)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(today));
    }

    private static String space(String text) {
        return text.replace('\u202F', ' ');
    }

    @Test
    void whatEndsOrStopsAProcessNamesExactlyThatOneAndWhatIsLost() {
        assertThat(space(new Deed.Kill(notepad(), true).question(ENGLISH)))
                .isEqualTo("Ends notepad++.exe (pid 4312, started 3:02 PM). Unsaved work in it is lost.");
        assertThat(space(new Suspend(notepad(), true).question(ENGLISH)))
                .startsWith("Stops notepad++.exe (pid 4312, started 3:02 PM) where it is, until you resume it.")
                .contains("Nothing in it is lost");
        assertThat(space(new Resume(notepad()).question(ENGLISH)))
                .startsWith("Lets notepad++.exe (pid 4312, started 3:02 PM) go on");
        assertThat(new Deed.Kill(notepad(), true).question(new Texts(Locale.JAPAN)))
                .isEqualTo("notepad++.exe (pid 4312、15:02 に起動) を終了します。保存していない作業は失われます。");
    }

    static Stream<Arguments> deedsAndWhatTheyAreAbout() {
        Optional<String> incident = Optional.of("1");
        return Stream.of(
                Arguments.of(new Deed.Kill(notepad(), false), List.of("notepad++.exe", "4312")),
                Arguments.of(new Suspend(notepad(), false), List.of("notepad++.exe", "4312")),
                Arguments.of(new Resume(notepad()), List.of("notepad++.exe", "4312")),
                Arguments.of(new BlockProgram("notepad++.exe", PATH, Reach.INTERNET, incident, "why"), List.of(PATH)),
                Arguments.of(new BlockPort(65_535, Reach.EVERYWHERE, incident, "why"), List.of("65535")),
                Arguments.of(new Deed.Approve(notepad()), List.of("notepad++.exe", PATH)),
                Arguments.of(
                        new Deed.Undo(SomeRules.rule("a", Optional.of(PATH), Optional.of(445), Some.NOON, "why")),
                        List.of("notepad++.exe", "445")),
                Arguments.of(new Snooze(PATH, Duration.ofHours(24)), List.of("notepad++.exe", "24")));
    }

    @ParameterizedTest
    @MethodSource("deedsAndWhatTheyAreAbout")
    void everyQuestionNamesWhatItIsAboutInBothLanguages(Deed deed, List<String> about) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPAN)) {
            Texts texts = new Texts(locale);
            assertThat(deed.question(texts)).contains(about);
            assertThat(deed.consent(texts)).isNotBlank().hasSizeLessThan(30);
            assertThat(deed.done(texts)).isNotBlank().doesNotContain("{").doesNotContain("''");
        }
    }

    @ParameterizedTest
    @MethodSource("deedsAndWhatTheyAreAbout")
    void noJapaneseQuestionHasEnglishLeftInIt(Deed deed, List<String> about) {
        String words = deed.question(new Texts(Locale.JAPAN));
        for (String named :
                Stream.concat(Stream.of(PATH, "notepad++.exe"), about.stream()).toList()) {
            words = words.replace(named, "");
        }

        assertThat(words).doesNotContainPattern("\\b(?!pid|TCP|PC|Windows|Web)[A-Za-z]{3,}\\b");
    }
}
