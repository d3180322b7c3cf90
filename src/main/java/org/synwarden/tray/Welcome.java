package org.synwarden.tray;

import java.util.List;
import java.util.Optional;

/**
 * What the user is told first: what is watched and by what, what is missing and how to mend it, and whether an alert arrives.
 * Used by the presenters' thread; draws nothing.
 */
final class Welcome {
    /** Whether the user has been told. */
    static final UserSetting<Boolean> TOLD = UserSetting.flag("first-start.told", false);

    private final Wording words;
    private final ClientModel model;
    private final Asker asker;
    private final Runnable changed;
    private Optional<Outcome> test = Optional.empty();
    private boolean testing;

    /**
     * Nothing tested yet.
     *
     * @param changed called when the test of an alert has come to something
     */
    Welcome(Wording words, ClientModel model, Asker asker, Runnable changed) {
        this.words = words;
        this.model = model;
        this.asker = asker;
        this.changed = changed;
    }

    /** How it stands with the service. */
    String service() {
        return words.states().link(model);
    }

    /** By what is watched, a line each; none while that is not known. */
    List<String> sources() {
        return model.link().isConnected()
                ? model.sources().stream().map(this::source).toList()
                : List.of();
    }

    private String source(String source) {
        return switch (source) {
            case "kernel-events" -> words.texts().of("welcome.source.kernel");
            case "packet-capture" -> words.texts().of("welcome.source.capture");
            case "socket-table" -> words.texts().of("welcome.source.sockets");
            default -> ForeignText.shorten(source, ForeignText.NAME_LIMIT);
        };
    }

    /** What is missing, and how to mend it, a line each. */
    List<String> limits() {
        return model.link().isConnected()
                ? model.degradations().stream()
                        .map(words.states()::wholeDegradation)
                        .toList()
                : List.of();
    }

    /** Whether an alert can be tested now. */
    boolean canTest() {
        return model.link().isConnected() && !testing;
    }

    /** Has the service raise an alert about nothing, which takes the way of every alert. */
    void test() {
        if (!canTest()) {
            return;
        }
        testing = true;
        test = Optional.empty();
        changed.run();
        asker.ask(
                service -> service.requests().testAlert(),
                raised ->
                        tested(Outcome.done(words.texts().of(arrives() ? "welcome.test.done" : "welcome.test.hidden"))),
                reason -> tested(Outcome.failed(reason)));
    }

    private boolean arrives() {
        return !model.suspension().isOn() && model.notifications() != Notifications.NONE;
    }

    private void tested(Outcome outcome) {
        testing = false;
        test = Optional.of(outcome);
        changed.run();
    }

    /** What became of the test; empty before. */
    Optional<Outcome> outcome() {
        return test;
    }
}
