package org.synwarden.lab;

import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The real client of the notification area in a process of its own, with an {@link Onlooker} in it, and its user: who finds
 * things by their words, and uses mouse and keyboard. What is waited for is waited for at most {@value #LIMIT_SECONDS} s.
 */
public final class WatchedClient implements AutoCloseable {
    private static final int LIMIT_SECONDS = 40;
    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    private static final long LOOK_MILLIS = 100;
    private static final long SETTLED_MILLIS = 500;
    private static final String LOG = "client.log";
    private static final int MOST_PRESSES = 40;

    private final VirtualScreen screen;
    private final Path folder;
    private final Process client;

    private WatchedClient(VirtualScreen screen, Path folder, Process client) {
        this.screen = screen;
        this.folder = folder;
        this.client = client;
    }

    /**
     * Starts it.
     *
     * @param folder what it says, what it shows and what its user has chosen is written here
     * @param command runs the client: {@code … java … Onlooker look org.synwarden.cli.Main tray}
     */
    public static WatchedClient start(VirtualScreen screen, Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve(LOG).toFile()));
        builder.environment().put("DISPLAY", screen.display());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        welcomed(folder.resolve("config"));
        Process client = builder.start();
        client.getOutputStream().close();
        return new WatchedClient(screen, folder, client);
    }

    /** Its user has started it before: who has not is welcomed, and that window would stand in the way. */
    private static void welcomed(Path config) throws IOException {
        Path settings = config.resolve("synwarden").resolve("tray.properties");
        if (!Files.exists(settings)) {
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, "first-start.told=true\n");
        }
    }

    /** The file of the Onlooker of a client that has that folder. */
    public static Path look(Path folder) {
        return folder.resolve("look");
    }

    /** All that is shown now; empty while nothing is. */
    public List<Seen> seen() {
        List<String> lines = lines();
        return lines.size() < 2
                ? List.of()
                : lines.subList(1, lines.size()).stream().map(Seen::parse).toList();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(look(folder));
        } catch (NoSuchFileException notYet) {
            return List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Milliseconds since 1970 at which that was seen. */
    public long seenAt() {
        return lines().stream().findFirst().map(Long::parseLong).orElse(0L);
    }

    /** Waits until something of that kind is shown, and stands still. */
    public Seen await(String what, Predicate<Seen> wanted) {
        long deadline = System.nanoTime() + LIMIT_SECONDS * 1_000_000_000L;
        Optional<Seen> before = Optional.empty();
        long beforeAt = 0;
        while (true) {
            long at = seenAt();
            Optional<Seen> now = seen().stream().filter(wanted).findFirst();
            if (at > beforeAt) {
                if (now.isPresent() && now.equals(before)) {
                    return now.get();
                }
                before = now;
                beforeAt = at;
            }
            if (System.nanoTime() > deadline || !client.isAlive()) {
                throw new AssertionError("not shown: " + what + "; the client "
                        + (client.isAlive() ? "shows" : "has ended, and showed") + ":\n" + shown());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private String shown() {
        return seen().stream().map(Seen::line).collect(Collectors.joining("\n")) + "\nand has said:\n" + said();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve(LOG));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Waits for a thing of that role with these words. */
    public Seen await(String role, String words) {
        return await(role + " '" + words + "'", seen -> seen.is(role, words));
    }

    /** Waits until there is none of that kind. */
    public void awaitNone(String what, Predicate<Seen> unwanted) {
        Scene.await("there is no " + what, () -> seen().stream().noneMatch(unwanted));
    }

    /** Clicks on a thing of that role with these words, as soon as it is there and can be used. */
    public void click(String role, String words) {
        click(
                1,
                await(role + " '" + words + "' that can be used", seen -> seen.is(role, words) && seen.has("enabled")));
    }

    /** Presses a button again and again until it is gone: consent is not taken at once, and a popup that grows moves. */
    public void clickAway(String role, String words) {
        Predicate<Seen> button = seen -> seen.is(role, words);
        await(role, words);
        Scene.await(role + " '" + words + "' does something", () -> {
            seen().stream().filter(button).findFirst().ifPresent(now -> click(1, now));
            awaitLookAfter(SETTLED_MILLIS);
            return seen().stream().noneMatch(button);
        });
    }

    /**
     * Presses a key, again and again until something of that kind is there: Tab until a button has the focus, Down until an
     * entry of a menu is armed.
     */
    public void pressUntil(String key, String what, Predicate<Seen> wanted) {
        for (int presses = 0; presses < MOST_PRESSES; presses++) {
            awaitLookAfter(2 * LOOK_MILLIS);
            if (seen().stream().anyMatch(wanted)) {
                return;
            }
            screen.press(key);
        }
        throw new AssertionError(key + " does not lead to " + what + "; the client shows:\n" + shown());
    }

    /** Waits until the client has been looked at so long after now: what was pressed before has had its effect. */
    public void awaitLookAfter(long millis) {
        long now = System.currentTimeMillis();
        Scene.await("a fresh look", () -> seenAt() > now + millis);
    }

    /** Goes to a thing of that role with these words by Tab, or by another key that moves the focus. */
    public void moveTo(String key, String role, String words) {
        pressUntil(key, role + " '" + words + "'", seen -> seen.is(role, words) && seen.has("focused"));
    }

    /** Clicks in the middle of what is seen. */
    public void click(int button, Seen seen) {
        screen.click(button, middle(seen.bounds()));
    }

    private static Point middle(Rectangle bounds) {
        return new Point((int) bounds.getCenterX(), (int) bounds.getCenterY());
    }

    /** Clicks on the icon, as soon as it stands still: the notification area moves it when it is new. */
    public void clickIcon(int button) {
        List<Optional<Rectangle>> places = new ArrayList<>(List.of(Optional.empty()));
        Scene.await("the icon is in the notification area", () -> {
            places.add(screen.icon());
            Optional<Rectangle> now = places.get(places.size() - 1);
            return now.isPresent() && now.equals(places.get(places.size() - 2));
        });
        screen.click(button, middle(places.get(places.size() - 1).orElseThrow().getBounds()));
    }

    /** Whether it has ended by itself. */
    public boolean hasEnded() {
        return !client.isAlive();
    }

    @Override
    public void close() {
        client.destroyForcibly();
    }
}
