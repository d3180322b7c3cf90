package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for the operating system, for tests and the demonstration: it opens nothing and asks nobody; it says what the
 * script tells it to say and writes down what it was asked. Any thread.
 */
final class ScriptedDesktop implements Desktop {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Appearance> appearance = Optional.empty();
    private volatile Attention attention = Attention.FREE;
    private volatile Waiting before = () -> {};
    private volatile Optional<DesktopException> refusal = Optional.empty();

    /** Something that takes its time. */
    @FunctionalInterface
    interface Waiting {
        void run() throws InterruptedException;
    }

    /** From now on, this happens before anything is opened. */
    void whenAsked(Waiting reaction) {
        before = reaction;
    }

    /** From now on the system is light, or dark. */
    void turn(Appearance now) {
        appearance = Optional.of(now);
    }

    /** From now on the user can be told something, or not. */
    void attend(Attention now) {
        attention = now;
    }

    /** From now on, whatever is asked is refused. */
    void refuse(DesktopException.Reason reason, String message) {
        refusal = Optional.of(new DesktopException(reason, message));
    }

    /** What was asked, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void introduce() {
        asked.add("introduce");
    }

    @Override
    public Optional<Appearance> appearance() {
        return appearance;
    }

    @Override
    public Attention attention() {
        return attention;
    }

    @Override
    public void showInFolder(String path) throws DesktopException {
        ask("show " + path);
    }

    @Override
    public void browse(WebAddress address) throws DesktopException {
        ask("browse " + address.uri());
    }

    @Override
    public void asAdministrator(AdministratorTask task) throws DesktopException {
        ask("as administrator " + String.join(" ", task.arguments()));
    }

    private void ask(String what) throws DesktopException {
        asked.add(what);
        try {
            before.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }
}
