package org.synwarden.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void onlyTheFirstLineOfAStreamCarriesTheSchema() throws IOException {
        StringWriter text = new StringWriter();
        JsonLines lines = new JsonLines(text);

        lines.write(Samples.INCIDENT);
        lines.write(Samples.INCIDENT);

        String plain = JsonCodec.write(Samples.INCIDENT);
        String first = plain.replace("\"incident\",", "\"incident\",\"schema\":\"synwarden/1\",");
        assertThat(text).hasToString(first + "\n" + plain + "\n");
        assertThat(JsonCodec.read(first)).isEqualTo(Samples.INCIDENT);
    }

    @Test
    void aReaderHasEveryLineAtOnce() throws IOException {
        List<String> whenFlushed = new ArrayList<>();
        StringWriter text = new StringWriter() {
            @Override
            public void flush() {
                whenFlushed.add(toString());
            }
        };
        new JsonLines(text).write(Samples.RULE);
        assertThat(whenFlushed).containsExactly(text.toString());
    }
}
