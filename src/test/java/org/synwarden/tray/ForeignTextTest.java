package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTextTest {
    @Test
    void anOrdinaryNameStaysAsItIs() {
        assertThat(ForeignText.clean("dial.exe")).isEqualTo("dial.exe");
        assertThat(ForeignText.clean("ダイヤル.exe \uD83D\uDC1B")).isEqualTo("ダイヤル.exe \uD83D\uDC1B");
    }

    @Test
    void aNameCannotBreakTheLineOrTurnTheDirectionOfWriting() {
        assertThat(ForeignText.clean("a\nb\tc\u0000d\u001B[31m")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD[31m");
        assertThat(ForeignText.clean("photo\u202Egpj.exe")).isEqualTo("photo\uFFFDgpj.exe");
        assertThat(ForeignText.clean("a\u200Bb\u2028c\uD800")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void aLongNameKeepsBothEnds() {
        String name = "begin" + "x".repeat(300) + "end.exe";

        String shortened = ForeignText.shorten(name, 21);

        assertThat(shortened)
                .hasSize(21)
                .startsWith("begin")
                .endsWith("end.exe")
                .contains("\u2026");
    }

    @Test
    void shorteningNeverCutsACharacterInTwo() {
        String bugs = "\uD83D\uDC1B".repeat(40);

        for (int limit = 3; limit < 80; limit++) {
            String shortened = ForeignText.shorten(bugs, limit);
            assertThat(shortened.length()).isLessThanOrEqualTo(limit);
            assertThat(ForeignText.clean(shortened)).as("limit %d", limit).isEqualTo(shortened);
        }
    }

    @Test
    void whatJustFitsIsNotShortened() {
        assertThat(ForeignText.shorten("12345678", 8)).isEqualTo("12345678");
        assertThat(ForeignText.shorten("123456789", 8)).isEqualTo("123\u20266789");
    }
}
