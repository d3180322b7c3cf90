package org.synwarden.tray;

import java.io.IOException;
import java.util.function.Consumer;
import org.synwarden.control.RequestException;

/** Asks the service without making the caller wait. */
interface Asker {
    /** What is asked; may block. The message of what it throws is one line for the user. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Watch service) throws RequestException, IOException;
    }

    /**
     * Begins to ask and returns at once; one of the two is called once, on the presenters' thread.
     *
     * @param failed told in the user's words why there is no answer
     */
    <T> void ask(Question<T> question, Consumer<T> told, Consumer<String> failed);
}
