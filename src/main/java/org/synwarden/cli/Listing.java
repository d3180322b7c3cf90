package org.synwarden.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.JsonLines;

/** Objects of the contract on the terminal: as lines for people, or as JSON Lines. */
final class Listing {
    private Listing() {}

    /** Prints the objects; {@code none} when there are none and a person reads. */
    static <T extends ContractObject> void print(
            Terminal terminal, boolean json, List<T> objects, Function<T, String> words, String none)
            throws CommandException {
        if (!json) {
            objects.stream().map(words).forEach(terminal::line);
            if (objects.isEmpty()) {
                terminal.line(none);
            }
            return;
        }
        JsonLines lines = new JsonLines(terminal.writer());
        try {
            for (T object : objects) {
                lines.write(object);
            }
        } catch (IOException e) {
            throw new CommandException("the output cannot be written: " + e.getMessage(), e);
        }
    }
}
