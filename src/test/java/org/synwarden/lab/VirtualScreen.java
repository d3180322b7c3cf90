package org.synwarden.lab;

import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A screen that nobody sees (Xvfb, 1280x800, white) with a window manager (openbox) and a notification area at the bottom right
 * (trayer), and the hands of its user (xdotool). The first free display is taken.
 */
public final class VirtualScreen implements AutoCloseable {
    private static final int LIMIT_SECONDS = 20;
    private static final Pattern EMBEDDED =
            Pattern.compile("\"JavaEmbeddedFrame\".* (\\d+)x(\\d+)\\+-?\\d+\\+-?\\d+ +\\+(\\d+)\\+(\\d+)");

    private final List<Process> running = new ArrayList<>();
    private final String display;

    private VirtualScreen() throws IOException {
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-wr", "-noreset", "-nolisten", "tcp")
                .redirectError(Redirect.DISCARD)
                .start();
        running.add(server);
        String number = server.inputReader(StandardCharsets.UTF_8).readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        this.display = ":" + number.strip();
    }

    /** Returns when the notification area is there. */
    public static VirtualScreen open() throws IOException {
        VirtualScreen screen = new VirtualScreen();
        try {
            screen.start("openbox", "--sm-disable");
            screen.start(
                    "trayer",
                    "--edge",
                    "bottom",
                    "--align",
                    "right",
                    "--widthtype",
                    "request",
                    "--height",
                    "32",
                    "--expand",
                    "true",
                    "--SetDockType",
                    "true",
                    "--SetPartialStrut",
                    "true");
            Scene.await(
                    "there is a notification area",
                    () -> !screen.notificationArea().isEmpty());
            return screen;
        } catch (IOException | AssertionError e) {
            screen.close();
            throw e;
        }
    }

    private void start(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        running.add(builder.start());
    }

    /** As in the variable DISPLAY. */
    public String display() {
        return display;
    }

    /** Where in the notification area the icon of a Java program is. */
    public Optional<Rectangle> icon() {
        Matcher icon = EMBEDDED.matcher(notificationArea());
        return icon.find()
                ? Optional.of(new Rectangle(
                        Integer.parseInt(icon.group(3)),
                        Integer.parseInt(icon.group(4)),
                        Integer.parseInt(icon.group(1)),
                        Integer.parseInt(icon.group(2))))
                : Optional.empty();
    }

    /** The windows in the notification area as xwininfo(1) lists them; empty while there is none. */
    private String notificationArea() {
        return tool("xwininfo", "-name", "panel", "-tree").orElse("");
    }

    /** Presses a button of the mouse there (1: left, 3: right). */
    public void click(int button, Point where) {
        mustSucceed(
                "xdotool",
                "mousemove",
                Integer.toString(where.x),
                Integer.toString(where.y),
                "click",
                Integer.toString(button));
    }

    /** Moves the pointer there. */
    public void point(Point where) {
        mustSucceed("xdotool", "mousemove", Integer.toString(where.x), Integer.toString(where.y));
    }

    /** Presses a key, as xdotool calls it: {@code Tab}, {@code ctrl+b}. */
    public void press(String key) {
        mustSucceed("xdotool", "key", "--clearmodifiers", key);
    }

    /** Types a text. */
    public void type(String text) {
        mustSucceed("xdotool", "type", text);
    }

    /** Writes what is to be seen to a PNG file. */
    public void photograph(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        mustSucceed("import", "-silent", "-window", "root", file.toString());
    }

    private void mustSucceed(String... command) {
        if (tool(command).isEmpty()) {
            throw new AssertionError("does not work: " + String.join(" ", command));
        }
    }

    private Optional<String> tool(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
            builder.environment().put("DISPLAY", display);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        for (int last = running.size() - 1; last >= 0; last--) {
            running.get(last).destroy();
        }
    }
}
