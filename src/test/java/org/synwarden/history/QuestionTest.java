package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void refusesPortsThatNobodyCanUse() {
        assertThatThrownBy(() -> question(0, OptionalInt.empty(), 1, 1)).hasMessage("a port is 1 to 65535");
        assertThatThrownBy(() -> question(65_536, OptionalInt.empty(), 1, 1)).hasMessage("a port is 1 to 65535");
        assertThatThrownBy(() -> question(4428, OptionalInt.of(0), 1, 1)).hasMessage("a port is 1 to 65535");
    }

    @Test
    void refusesATimeThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> question(4428, OptionalInt.empty(), 0, 1)).hasMessageContaining("before it begins");
    }

    @Test
    void refusesToAskForMoreThanMayBeAnswered() {
        assertThatThrownBy(() -> question(4428, OptionalInt.empty(), 1, Question.MAX_LIMIT + 1))
                .hasMessage("1 to 1000 answers may be asked for, not 1001");
    }

    @Test
    void refusesTimesFromWhichDaysCannotBeCounted() {
        assertThatThrownBy(() -> question(4428, OptionalInt.empty(), Long.MAX_VALUE, 1))
                .hasMessageContaining("1970 to 2199");
        assertThatThrownBy(() -> Question.nanos(Instant.MAX)).hasMessageContaining("1970 to 2199");
    }

    private static Question question(int localPort, OptionalInt remotePort, long to, int limit) {
        return new Question(Optional.empty(), Optional.empty(), localPort, Optional.empty(), remotePort, 1, to, limit);
    }
}
