package org.synwarden.tray;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the window stood when it was seen last. Immutable.
 *
 * @param bounds its upper left corner, and the size of what is in it
 * @param maximized whether it filled its screen; then the bounds are those it had before
 */
record WindowPlace(Rectangle bounds, boolean maximized) {
    /** Of no size, and so on no screen, as long as the window was never moved. */
    static final UserSetting<WindowPlace> SETTING = new UserSetting<>(
            "window.place", new WindowPlace(new Rectangle(), false), WindowPlace::read, WindowPlace::text);

    /** So much of the title bar has to be on a screen that the window can be taken hold of. */
    private static final int GRIP_WIDTH = 120;

    private static final int GRIP_HEIGHT = 24;

    /** Room for the title bar. */
    private static final int DECORATION = 40;

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,6}) (\\d{1,6})( maximized)?");

    WindowPlace {
        bounds = new Rectangle(bounds);
    }

    @Override
    public Rectangle bounds() {
        return new Rectangle(bounds);
    }

    private static Optional<WindowPlace> read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Rectangle bounds = new Rectangle(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4));
        return Optional.of(new WindowPlace(bounds, parts.group(5) != null));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private String text() {
        return bounds.x + " " + bounds.y + " " + bounds.width + " " + bounds.height + (maximized ? " maximized" : "");
    }

    /**
     * The place as it can be had now: empty where the title bar would be on no screen, as when a monitor was taken away; no
     * larger than the screen that it is on.
     *
     * @param screens those that are there, without their task bars
     */
    Optional<WindowPlace> on(List<Rectangle> screens) {
        Rectangle title = new Rectangle(bounds.x, bounds.y, bounds.width, GRIP_HEIGHT);
        return screens.stream()
                .filter(screen -> isGrip(screen.intersection(title)))
                .findFirst()
                .map(screen -> new WindowPlace(
                        new Rectangle(
                                bounds.x,
                                bounds.y,
                                Math.min(bounds.width, screen.width),
                                Math.min(bounds.height, screen.height - DECORATION)),
                        maximized));
    }

    private static boolean isGrip(Rectangle seen) {
        return seen.width >= GRIP_WIDTH && seen.height >= GRIP_HEIGHT / 2;
    }
}
