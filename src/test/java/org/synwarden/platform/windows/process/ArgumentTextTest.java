package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentTextTest {
    /** From the pages "CommandLineToArgvW function" and "Parsing C command-line arguments". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x "a b c" d e          | a b c;d;e
            x "ab\\"c" "\\\\" d    | ab"c;\\;d
            x a\\\\\\b d"e f"g h   | a\\\\\\b;de fg;h
            x a\\\\\\"b c d        | a\\"b;c;d
            x a\\\\\\\\"b c" d e   | a\\\\b c;d;e
            x a"b"" c d            | ab";c;d
            x "" a                 | ;a
            x "C:\\a b\\"          | C:\\a b"
            x "unclosed a          | unclosed a
            """)
    void takesArgumentsApartAsWindowsDoes(String line, String arguments) {
        List<String> split = ArgumentText.split(line);
        assertThat(split.get(0)).isEqualTo("x");
        assertThat(String.join(";", split.subList(1, split.size()))).isEqualTo(arguments);
    }

    @Test
    void theProgramsNameKnowsNoBackslashes() {
        assertThat(ArgumentText.split("\"C:\\Program Files\\\" -x")).containsExactly("C:\\Program Files\\", "-x");
        assertThat(ArgumentText.split("C:\\a\"b\t-x")).containsExactly("C:\\a\"b", "-x");
        assertThat(ArgumentText.split("")).isEmpty();
        assertThat(ArgumentText.split("x  \t ")).containsExactly("x");
    }
}
