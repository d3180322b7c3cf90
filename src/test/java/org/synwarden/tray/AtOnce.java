package org.synwarden.tray;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.control.RequestException;

/** Asks the stand-in service on the caller's thread, for tests: the answer is there when the question was asked. */
record AtOnce(Watch service, Texts texts) implements DeedRunner, Asker {
    @Override
    public void run(Deed deed, Consumer<Outcome> finished) {
        try {
            finished.accept(new Outcome(true, deed.done(texts), deed.carryOut(service.requests())));
        } catch (RequestException e) {
            boolean forbidden = e.code() == RequestException.Code.FORBIDDEN;
            finished.accept(Outcome.refused(
                    String.valueOf(e.getMessage()), forbidden ? AsAdministrator.of(deed, texts) : Optional.empty()));
        }
    }

    @Override
    public <T> void ask(Question<T> question, Consumer<T> told, Consumer<String> failed) {
        try {
            told.accept(question.ask(service));
        } catch (RequestException | IOException e) {
            failed.accept(String.valueOf(e.getMessage()));
        }
    }
}
