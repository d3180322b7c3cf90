package org.synwarden.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cellsAreQuotedWhereRfc4180WantsIt() {
        assertThat(Csv.line(List.of("svchost.exe", "", "a,b", "say \"hi\"", "two\nlines", " padded ")))
                .isEqualTo("svchost.exe,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" padded \"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    void aProgramsNameNeverBecomesAFormula(String begin) {
        String name = begin + "HYPERLINK(\"http://evil\")";
        assertThat(Csv.line(List.of(name))).isEqualTo("\"'" + name.replace("\"", "\"\"") + "\"\r\n");
    }

    @Test
    void whatOnlyHoldsSuchACharacterStaysAsItIs() {
        assertThat(Csv.line(List.of("a=b", "x-1"))).isEqualTo("a=b,x-1\r\n");
    }
}
