package org.synwarden.platform.windows.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.tray.Attention;

/** What is handed to the shell as text, and what its states mean. */
class QuotedArgumentsTest {
    @Test
    void writesArgumentsAsProgramsReadThem() {
        assertThat(QuotedArguments.of(List.of("approve", "C:\\Program Files\\x.exe")))
                .isEqualTo("\"approve\" \"C:\\Program Files\\x.exe\"");
        assertThat(QuotedArguments.of(List.of("C:\\end\\", ""))).isEqualTo("\"C:\\end\\\\\" \"\"");
        assertThat(QuotedArguments.of(List.of("a\"b", "c\\\"d"))).isEqualTo("\"a\\\"b\" \"c\\\\\\\"d\"");
    }

    @Test
    void keepsBalloonsBackOverFilmsGamesAndPresentations() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 99).stream().map(NotificationState::attention))
                .containsExactly(
                        Attention.AWAY,
                        Attention.FULL_SCREEN,
                        Attention.FULL_SCREEN,
                        Attention.PRESENTING,
                        Attention.FREE,
                        Attention.QUIET,
                        Attention.FREE,
                        Attention.FREE);
    }
}
