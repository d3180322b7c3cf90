package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.JsonLines;
import org.synwarden.contract.QuestionObject;
import org.synwarden.control.RequestException;
import org.synwarden.history.History;
import org.synwarden.history.HistorySettings;
import org.synwarden.history.StoredHistory;
import org.synwarden.watchdog.PastRequests;

/**
 * What the launcher lets run once, to learn which classes commands and service load: {@code Rehearsal FOLDER}. They go into
 * the class-data archive, with which everything starts more quickly. A history is made in FOLDER and asked, and the command
 * {@code who} is run as it is. What all that prints is not meant to be read.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Runs once and ends; the folder is the launcher's to remove. */
    public static void main(String[] arguments) throws RequestException, IOException {
        Terminal terminal = Terminal.ofThisProgram();
        System.setProperty("org.sqlite.tmpdir", arguments[0]);
        ask(terminal, Path.of(arguments[0]));
        Main.run(terminal, "who", "1");
    }

    /** Writes a history there, and asks it. */
    static void ask(Terminal terminal, Path folder) throws RequestException, IOException {
        try (History history = new History(folder, HistorySettings.defaults())) {
            history.start(System::nanoTime, process -> Optional.empty());
        }
        Instant now = Instant.now();
        AnswerObject answer = new PastRequests(new StoredHistory(folder))
                .who(new QuestionObject(
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        now.minus(Duration.ofMinutes(1)),
                        now));
        AnswerWords.lines(answer).forEach(terminal::line);
        new JsonLines(terminal.writer()).write(answer);
    }
}
