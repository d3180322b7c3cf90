package org.synwarden.tray;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A stand-in for the operating system, for tests and the demonstration: it opens nothing and asks nobody; it says what the
 * script tells it to say and writes down what it was asked. Any thread.
 */
final class ScriptedDesktop implements Desktop {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Appearance> appearance = Optional.empty();
    private volatile Attention attention = Attention.FREE;
    private volatile boolean icons;
    private volatile Waiting beforeIcons = () -> {};
    private volatile Waiting before = () -> {};
    private volatile Consumer<AdministratorTask> administrator = task -> {};
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

    /** What the administrators of this system do. */
    void elevate(Consumer<AdministratorTask> now) {
        administrator = now;
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

    /** From now on, this happens before an icon is drawn. */
    void beforeIcons(Waiting reaction) {
        beforeIcons = reaction;
    }

    /** From now on, programs have an icon, one colour for each. */
    void drawIcons() {
        icons = true;
    }

    @Override
    public Optional<Image> programIcon(String path) {
        asked.add("icon of " + path);
        wait(beforeIcons);
        if (!icons) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        Graphics graphics = image.getGraphics();
        graphics.setColor(new Color(Color.HSBtoRGB(path.hashCode() % 97 / 97f, 0.7f, 0.8f)));
        graphics.fillOval(2, 2, 28, 28);
        graphics.dispose();
        return Optional.of(image);
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
        administrator.accept(task);
    }

    private void ask(String what) throws DesktopException {
        asked.add(what);
        wait(before);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private static void wait(Waiting reaction) {
        try {
            reaction.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
