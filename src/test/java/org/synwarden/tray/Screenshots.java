package org.synwarden.tray;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.synwarden.lab.Onlooker;
import org.synwarden.lab.Scene;
import org.synwarden.lab.Seen;
import org.synwarden.lab.VirtualScreen;
import org.synwarden.lab.WatchedClient;

/**
 * The pictures of README and docs, taken of the running client, which {@link TrayDemo} tells always the same. Argument: the
 * folder they are written to. Run by {@code dev/screenshots}.
 */
public final class Screenshots implements AutoCloseable {
    private static final String BUTTON = "push button";
    private static final String TAB = "page tab";
    private static final int GAP = 12;
    private static final int SETTLED_MILLIS = 1_500;

    private final Path folder;
    private final Texts texts;
    private final VirtualScreen screen;
    private final WatchedClient client;

    private Screenshots(Path folder, Locale locale, String... options) throws IOException {
        this.folder = folder;
        this.texts = new Texts(locale);
        this.screen = VirtualScreen.open();
        Path scratch = Files.createTempDirectory("synwarden-screenshots");
        List<String> command = new ArrayList<>(
                List.of(Scene.java(Onlooker.class, WatchedClient.look(scratch).toString(), TrayDemo.class.getName())));
        command.addAll(
                1,
                List.of(
                        "-Duser.language=" + locale.getLanguage(),
                        "-Duser.country=" + locale.getCountry(),
                        "-Duser.timezone=UTC",
                        "-Djava.io.tmpdir=" + scratch));
        command.addAll(List.of(options));
        this.client = WatchedClient.start(screen, scratch, command);
    }

    /** Ends when all are there. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        try (Screenshots light = new Screenshots(folder, Locale.US, "still")) {
            light.awaitWorm();
            light.takeDesktop("incident");
            light.takeThreeClicks();
            light.putPopupAway();
            light.takeTabs();
        }
        try (Screenshots dark = new Screenshots(folder, Locale.US, "still", "dark")) {
            dark.awaitWorm();
            dark.putPopupAway();
            dark.open("tab.incidents.count", 1);
            dark.takeWindow("dark");
        }
        try (Screenshots japanese = new Screenshots(folder, Locale.JAPAN, "still")) {
            japanese.awaitWorm();
            japanese.takeDesktop("japanese-incident");
            japanese.putPopupAway();
            japanese.open("tab.incidents.count", 1);
            japanese.takeWindow("japanese");
        }
        try (Screenshots load = new Screenshots(folder, Locale.US, "still", "many")) {
            load.awaitWorm();
            load.putPopupAway();
            load.open("tab.connections");
            load.client.await(
                    "its many rows",
                    seen -> seen.role().equals("label") && seen.name().contains("10,0"));
            load.takeWindow("connections-load");
        }
    }

    private void openWindow() {
        client.clickIcon(1);
        client.await(TAB, texts.of("tab.connections"));
    }

    /** The worm begins when connections are looked at; the balloon of Java is not what people see on Windows. */
    private void awaitWorm() {
        openWindow();
        client.await(BUTTON, texts.of("choice.block"));
        client.awaitNone("balloon", seen -> seen.is("label", headline()) && seen.bounds().y > 700);
    }

    /** In Japanese the same word closes other things, too. */
    private void putPopupAway() {
        Rectangle popup = popupBounds();
        client.click(
                1,
                client.await(
                        "the popup's way out",
                        seen -> seen.is(BUTTON, texts.of("popup.away")) && popup.contains(seen.bounds())));
        client.awaitNone("popup", Screenshots::isPopup);
    }

    private String headline() {
        return texts.of("behaviour.scan", "dial.exe", texts.of("ports.one", "445"));
    }

    private void takeThreeClicks() throws IOException {
        List<BufferedImage> steps = new ArrayList<>(List.of(popup()));
        client.click(BUTTON, texts.of("choice.block"));
        client.await(BUTTON, texts.of("choice.block.port", "445"));
        steps.add(popup());
        client.click(BUTTON, texts.of("choice.block.port", "445"));
        client.await(BUTTON, texts.of("block.port.consent", "445"));
        steps.add(popup());
        client.clickAway(BUTTON, texts.of("block.port.consent", "445"));
        client.await(BUTTON, texts.of("undo.consent"));
        steps.add(popup());
        write("three-clicks", sideBySide(steps));
        client.click(BUTTON, texts.of("popup.open"));
    }

    private void takeTabs() throws IOException {
        takeTab("incidents", "tab.incidents.count", 1);
        takeTab("connections", "tab.connections");
        takeTab("packets", "tab.packets");
        takeTab("history", "tab.history");
        takeTab("rules", "tab.rules");
    }

    private void takeTab(String name, String key, Object... arguments) throws IOException {
        open(key, arguments);
        takeWindow(name);
    }

    private void open(String key, Object... arguments) {
        String title = texts.of(key, arguments);
        client.click(TAB, title);
        client.await(title, seen -> seen.is(TAB, title) && seen.has("selected"));
    }

    private void takeWindow(String name) throws IOException {
        write(
                name,
                picture(bounds(
                        seen -> seen.role().equals("frame") && seen.name().equals(texts.of("product")))));
    }

    private void takeDesktop(String name) throws IOException {
        Rectangle window =
                bounds(seen -> seen.role().equals("frame") && seen.name().equals(texts.of("product")));
        write(name, picture(window.union(popupBounds())));
    }

    private BufferedImage popup() throws IOException {
        return picture(popupBounds());
    }

    private Rectangle popupBounds() {
        return bounds(Screenshots::isPopup);
    }

    /** The balloon of Java is a window, too, and lower. */
    private static boolean isPopup(Seen seen) {
        return seen.role().equals("window") && seen.bounds().width > 200 && seen.bounds().height > 150;
    }

    private Rectangle bounds(Predicate<Seen> window) {
        return client.await("the window", window).bounds();
    }

    /** The pointer is put away first: what it is over is drawn in another way. */
    private BufferedImage picture(Rectangle part) throws IOException {
        screen.point(new Point(2, 2));
        client.awaitLookAfter(SETTLED_MILLIS);
        Path whole = Files.createTempFile("synwarden", ".png");
        try {
            screen.photograph(whole);
            return ImageIO.read(whole.toFile()).getSubimage(part.x, part.y, part.width, part.height);
        } finally {
            Files.delete(whole);
        }
    }

    private static BufferedImage sideBySide(List<BufferedImage> steps) {
        int width = steps.stream().mapToInt(step -> step.getWidth() + GAP).sum() - GAP;
        int height = steps.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = all.createGraphics();
        int x = 0;
        for (BufferedImage step : steps) {
            graphics.drawImage(step, x, height - step.getHeight(), null);
            x += step.getWidth() + GAP;
        }
        graphics.dispose();
        return all;
    }

    private void write(String name, BufferedImage picture) throws IOException {
        File file = folder.resolve(name + ".png").toFile();
        ImageIO.write(picture, "png", file);
        System.out.println(file + ": " + picture.getWidth() + " x " + picture.getHeight());
    }

    @Override
    public void close() {
        client.close();
        screen.close();
    }
}
