package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of Windows' refusals are worth another try. Numbers as in "System Error Codes". */
class TracingErrorTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 50, 120})
    void withoutRightsOrWithoutEventTracingNothingWillChange(int code) {
        assertThat(TracingError.refusal("StartTrace", code, "SynWarden-1").isLasting())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 14, 170, 183, 1450})
    void tooLittleMemoryTooManySessionsAndOnesInTheWayMayPass(int code) {
        assertThat(TracingError.refusal("StartTrace", code, "SynWarden-1").isLasting())
                .isFalse();
    }
}
