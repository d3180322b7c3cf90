package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.SocketObject;

/** Rows that are saved to a file. */
class SavingTest {
    private static final SocketObject DIAL =
            Some.socket("216.1.1.1", 4428, "SYN_SENT", Some.process("=cmd|' /C calc'!A0", 4312));

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Errands errands = new Errands(texts, Runnable::run);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        errands.close();
    }

    private Outcome save(Path file, SaveFormat.Content content) throws Exception {
        CompletableFuture<Outcome> told = new CompletableFuture<>();
        errands.save(file, content, told::complete);
        return told.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aSpreadsheetTakesNoCellForAFormulaAndKnowsTheCharacterSet() throws Exception {
        Path file = folder.resolve("rows.csv");
        SaveFormat csv = SaveFormat.csv(
                texts,
                List.of("Process", "State"),
                () -> List.of(DIAL),
                row -> List.of(row.process().orElseThrow().name(), row.state()));

        Outcome outcome = save(file, csv.content().get());

        assertThat(outcome).isEqualTo(Outcome.done("Saved: " + file));
        assertThat(Files.readString(file)).isEqualTo("\uFEFFProcess,State\r\n'=cmd|' /C calc'!A0,SYN_SENT\r\n");
    }

    @Test
    void jsonLinesAreTheObjectsBehindTheRows() throws Exception {
        Path file = folder.resolve("rows.jsonl");
        save(
                file,
                SaveFormat.jsonLines(texts, () -> List.of(DIAL, DIAL)).content().get());

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(JsonCodec.read(lines.get(1))).isEqualTo(DIAL);
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

        Outcome outcome = save(file, out -> out.write(1));

        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("is there already");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void halfAFileIsNotLeftBehind() throws Exception {
        Path file = folder.resolve("half.csv");

        Outcome outcome = save(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("the disk is full");
        });

        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("the disk is full");
        assertThat(file).doesNotExist();
    }

    @Test
    void whereThereIsNoSuchFolderThatIsSaid() throws Exception {
        Outcome outcome = save(folder.resolve("gone").resolve("rows.csv"), out -> out.write(1));

        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("there is no folder for").contains("Choose another folder");
    }

    @Test
    void aNameWithoutExtensionGetsThatOfTheFormat() {
        List<SaveFormat> formats =
                List.of(new SaveFormat("a", "csv", () -> out -> {}), new SaveFormat("b", "jsonl", () -> out -> {}));

        assertThat(SaveDialog.file(Path.of("x 15.04.10"), formats, formats.get(1)))
                .hasToString("x 15.04.10.jsonl");
        assertThat(SaveDialog.file(Path.of("x.CSV"), formats, formats.get(0))).hasToString("x.CSV");
    }
}
