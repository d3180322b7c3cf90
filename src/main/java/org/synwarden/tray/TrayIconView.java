package org.synwarden.tray;

import java.awt.AWTException;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon in the notification area: a click opens the window, the right button the menu, a balloon tells of an
 * incident and never acts. Event thread.
 */
final class TrayIconView {
    private static final Logger LOG = LoggerFactory.getLogger(TrayIconView.class);

    private final TrayIcon icon;
    private Optional<Clicks> clicks = Optional.empty();
    private final Map<TrayState, Image> images = new EnumMap<>(TrayState.class);
    private TrayState shown;

    private TrayIconView(TrayState first) {
        for (TrayState state : TrayState.values()) {
            images.put(state, IconArt.tray(state));
        }
        this.shown = first;
        this.icon = new TrayIcon(images.get(first));
        icon.setImageAutoSize(true);
    }

    /**
     * Puts an icon into the notification area that does nothing yet.
     *
     * @return empty where the desktop has no notification area
     */
    static Optional<TrayIconView> install(TrayState first) {
        EventThread.require();
        if (!SystemTray.isSupported()) {
            return Optional.empty();
        }
        TrayIconView view = new TrayIconView(first);
        view.icon.addActionListener(event -> view.clicks.ifPresent(now -> now.commands.open()));
        try {
            SystemTray.getSystemTray().add(view.icon);
            return Optional.of(view);
        } catch (AWTException e) {
            LOG.warn("the notification area took no icon", e);
            return Optional.empty();
        }
    }

    /**
     * From now on a click does this, and opens that menu.
     *
     * @param menuState what the menu depends on, asked when it opens
     */
    void serve(TrayMenu menu, TrayMenuContent.Commands commands, Supplier<TrayMenuContent.State> menuState) {
        EventThread.require();
        clicks.ifPresent(this::end);
        Clicks now = new Clicks(menu, commands, menuState);
        clicks = Optional.of(now);
        icon.addMouseListener(now);
    }

    private void end(Clicks before) {
        icon.removeMouseListener(before);
        before.menu.close();
    }

    /** Shows that state and says it in words. */
    void show(TrayState state, String tooltip) {
        EventThread.require();
        if (state != shown) {
            shown = state;
            icon.setImage(images.get(state));
        }
        if (!tooltip.equals(icon.getToolTip())) {
            icon.setToolTip(tooltip);
        }
    }

    /** Hands a balloon to the desktop. */
    void balloon(Balloon balloon) {
        icon.displayMessage(balloon.title(), balloon.body(), TrayIcon.MessageType.WARNING);
    }

    void close() {
        SystemTray.getSystemTray().remove(icon);
        clicks.ifPresent(this::end);
    }

    private static final class Clicks extends MouseAdapter {
        private final TrayMenu menu;
        private final TrayMenuContent.Commands commands;
        private final Supplier<TrayMenuContent.State> menuState;

        Clicks(TrayMenu menu, TrayMenuContent.Commands commands, Supplier<TrayMenuContent.State> menuState) {
            this.menu = menu;
            this.commands = commands;
            this.menuState = menuState;
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event)) {
                commands.open();
            }
        }

        @Override
        public void mousePressed(MouseEvent event) {
            openMenu(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            openMenu(event);
        }

        private void openMenu(MouseEvent event) {
            if (event.isPopupTrigger()) {
                menu.show(event.getLocationOnScreen(), menuState.get());
            }
        }
    }
}
