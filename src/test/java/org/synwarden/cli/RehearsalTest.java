package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.control.RequestException;

/** A rehearsal that stops half-way makes an archive with half of the classes, and nobody would notice. */
class RehearsalTest {
    @Test
    void goesThroughAHistoryToAnAnswerForPeopleAndOneForPrograms(@TempDir Path folder)
            throws RequestException, IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Rehearsal.ask(new Terminal(out, out), folder);
        assertThat(folder.resolve("history.db")).isNotEmptyFile();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("port 1 was not seen in use then", "\"localPort\":1");
    }
}
