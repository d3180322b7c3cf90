package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScmExceptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "5    | run it from an elevated prompt",
                "1060 | 'synwarden service install' installs it",
                "1072 | close the Task Manager",
                "1073 | 'synwarden service uninstall'",
                "1058 | 'sc config SynWarden start= auto'",
                "2    | 'synwarden service install' installs it from where SynWarden is now",
                "1053 | logs"
            })
    void eachRefusalSaysInOneLineWhatToDo(int code, String remedy) {
        assertThat(new ScmException(code)).hasMessageContaining(remedy).hasMessageNotContaining("\n");
    }

    @Test
    void oneThatIsNotKnownIsToldByItsNumber() {
        assertThat(new ScmException(4_711)).hasMessageContaining("4711");
    }
}
