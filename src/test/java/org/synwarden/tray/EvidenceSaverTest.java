package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence of an incident, from the button to the file. */
class EvidenceSaverTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Wording words = Wording.of(texts, ZoneOffset.UTC);
    private final ScriptedService service = new ScriptedService();
    private final AtOnce atOnce = new AtOnce(service, texts);
    private final BlockingQueue<Runnable> presenters = new LinkedBlockingQueue<>();
    private final Errands errands = new Errands(texts, presenters::add);
    private final IncidentPresenter about = new IncidentPresenter(
            Some.worm("1"),
            words,
            new IncidentPages(words, new Rules(), new Dossiers(atOnce, () -> 0, () -> {})),
            atOnce,
            new NobodyIgnores());
    private Optional<Consumer<Path>> chosen = Optional.empty();
    private final EvidenceSaver saver = new EvidenceSaver(
            texts,
            new HistoryText(texts, words.incidents(), words.moments()),
            atOnce,
            errands,
            (name, format, told) -> chosen = Optional.of(told));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        errands.close();
    }

    private Prompt prompt() {
        return about.page().prompt();
    }

    private void writeTo(Path file) throws InterruptedException {
        chosen.orElseThrow().accept(file);
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.WAIT);
        assertThat(prompt().text()).startsWith("Writing the evidence");
        presenters.poll(10, TimeUnit.SECONDS).run();
    }

    @Test
    void oneZipTellsTheIncidentInTheUsersWords() throws Exception {
        Path file = folder.resolve("incident 1.zip");
        saver.save(about);
        assertThat(prompt().tone())
                .as("the user may take long to choose a file")
                .isEqualTo(Prompt.Tone.OFFER);
        writeTo(file);

        assertThat(prompt().text()).isEqualTo("Saved: " + file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .extracting(entry -> entry.getName())
                    .contains("incident.txt", "incident.json", "packets.pcapng", "tree.txt", "modules.jsonl");
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("incident.txt")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("What: dial.exe is scanning port 445");
        }
    }

    @Test
    void aFileThatIsThereIsLeftAloneAndThePageSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.zip"), "mine");
        saver.save(about);
        writeTo(file);

        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.FAILED);
        assertThat(prompt().text()).contains("is there already");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void withoutServiceNobodyIsAskedForAFile() throws IOException {
        service.die();
        saver.save(about);

        assertThat(chosen).isEmpty();
        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.FAILED);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatCouldNotBeHadIsSaid() throws Exception {
        service.hideStatus();
        saver.save(about);
        writeTo(folder.resolve("part.zip"));

        assertThat(prompt().tone()).isEqualTo(Prompt.Tone.DONE);
        assertThat(prompt().text()).endsWith("Not in it: the status: not for you");
        assertThat(List.of(folder.toFile().list())).containsExactly("part.zip");
    }
}
