package org.synwarden.tray;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.Timer;
import javax.swing.WindowConstants;

/**
 * The frame of the window, which outlives what is in it: remembers where it stands, a moment after it was moved. Event
 * thread.
 */
final class WindowFrame {
    private static final int SETTLE_MILLIS = 500;

    private final JFrame frame = new JFrame();
    private final UserSettings settings;
    private final Timer settled = new Timer(SETTLE_MILLIS, event -> remember());
    private Rectangle normal = new Rectangle();

    /** Not shown yet; where it stood last, if that is on a screen. */
    WindowFrame(UserSettings settings) {
        this.settings = settings;
        settled.setRepeats(false);
        frame.setIconImages(IconArt.window());
        frame.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        frame.setMinimumSize(new Dimension(640, 420));
        resize(new Dimension(1140, 640));
        settings.get(WindowPlace.SETTING)
                .on(workAreas())
                .ifPresentOrElse(this::put, () -> frame.setLocationByPlatform(true));
        frame.addComponentListener(new Moves());
    }

    JFrame frame() {
        return frame;
    }

    private void put(WindowPlace place) {
        normal = place.bounds();
        resize(normal.getSize());
        frame.setLocation(normal.getLocation());
        if (place.maximized()) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    /** By what is in it: X11 tells how large the decoration is only once the window is there. */
    private void resize(Dimension inside) {
        frame.getRootPane().setPreferredSize(inside);
        frame.pack();
        frame.getRootPane().setPreferredSize(null);
    }

    private void moved() {
        if (frame.isShowing()) {
            settled.restart();
        }
    }

    private void remember() {
        if (frame.getExtendedState() == Frame.NORMAL) {
            normal = new Rectangle(frame.getLocation(), frame.getRootPane().getSize());
        }
        boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        settings.set(WindowPlace.SETTING, new WindowPlace(normal, maximized));
    }

    /** Takes it away, and remembers what is still to be remembered. */
    void close() {
        if (settled.isRunning()) {
            settled.stop();
            remember();
        }
        frame.dispose();
    }

    private static List<Rectangle> workAreas() {
        List<Rectangle> areas = new ArrayList<>();
        for (GraphicsDevice device :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            areas.add(workArea(device.getDefaultConfiguration()));
        }
        return areas;
    }

    /** That screen without its task bars. */
    static Rectangle workArea(GraphicsConfiguration screen) {
        Rectangle area = screen.getBounds();
        Insets bars = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        return new Rectangle(
                area.x + bars.left,
                area.y + bars.top,
                area.width - bars.left - bars.right,
                area.height - bars.top - bars.bottom);
    }

    private final class Moves extends ComponentAdapter {
        @Override
        public void componentMoved(ComponentEvent event) {
            moved();
        }

        @Override
        public void componentResized(ComponentEvent event) {
            moved();
        }
    }
}
