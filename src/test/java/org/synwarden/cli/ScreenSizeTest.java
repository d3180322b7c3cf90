package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenSizeTest {
    @Test
    void readsWhatSttySays() {
        assertThat(ScreenSize.parse("50 132\n")).isEqualTo(new ScreenSize(50, 132));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0", "stty: standard input", "24", "1 2 3", "-1 80", "99999 99999"})
    void anAnswerThatMakesNoSenseIsTheUsualSize(String answer) {
        assertThat(ScreenSize.parse(answer)).isEqualTo(new ScreenSize(24, 80));
    }

    @Test
    void cutsALineAtTheScreensEdge() {
        assertThat(new ScreenSize(24, 20).cut("12345678901234567890")).hasSize(20);
        assertThat(new ScreenSize(24, 20).cut("123456789012345678901")).isEqualTo("1234567890123456789…");
    }
}
